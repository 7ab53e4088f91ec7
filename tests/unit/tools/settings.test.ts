import { describe, expect, test } from "vitest"
import { readEnv } from "~/server/tools/env.server"

const SECRET = "a secret of an office, at least 32 characters long"

describe("settings", () => {
  test("on a laptop everything has a harmless default", () => {
    const settings = readEnv({})
    expect(settings).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 3000,
      DATA_DIR: ".data",
      isProduction: false,
    })
    expect(settings.SMTP_URL).toBeUndefined()
  })

  test("production refuses to start without its secret, its address and a word about mail, and names them", () => {
    const NODE_ENV = "production"
    expect(() => readEnv({ NODE_ENV })).toThrow(/SESSION_SECRET, PUBLIC_URL, SMTP_URL/)
    const given = { NODE_ENV, SESSION_SECRET: SECRET }
    expect(() => readEnv({ ...given, MAIL: "none" })).toThrow(/given: PUBLIC_URL\.$/)
    const PUBLIC_URL = "https://minyi.example.gov.tw"
    expect(() => readEnv({ ...given, PUBLIC_URL })).toThrow(
      "In production these settings must be given: SMTP_URL (or MAIL=none, and letters are printed).",
    )
  })

  test("letters are either sent or printed", () => {
    expect(() => readEnv({ SMTP_URL: "smtp://mail", MAIL: "none" })).toThrow(/one of the two/)
    expect(() => readEnv({ MAIL: "later" })).toThrow(/not usable: MAIL/)
  })

  test.each([{ SMTP_URL: "smtps://mail.example.gov.tw" }, { MAIL: "none" }])(
    "production starts with them and %j",
    (mail) => {
      const given = {
        NODE_ENV: "production",
        SESSION_SECRET: SECRET,
        PUBLIC_URL: "https://minyi.example.gov.tw",
      }
      expect(readEnv({ ...given, ...mail }).isProduction).toBe(true)
    },
  )

  test("the clock of production cannot be set", () => {
    const given = {
      NODE_ENV: "production",
      SESSION_SECRET: SECRET,
      PUBLIC_URL: "https://minyi.example.gov.tw",
      MAIL: "none",
    }
    const MINYI_NOW = "2026-11-20T14:00:00+08:00"
    expect(() => readEnv({ ...given, MINYI_NOW })).toThrow(/not for production/)
    expect(readEnv({ MINYI_NOW }).MINYI_NOW).toBe(MINYI_NOW)
  })

  test("a demo is built like production but asks for nothing", () => {
    expect(readEnv({ NODE_ENV: "production", MINYI_DEMO: "1" }).isProduction).toBe(false)
  })

  test.each([
    ["PORT", "seventy"],
    ["PORT", "70000"],
    ["PUBLIC_URL", "not an address"],
    ["SESSION_SECRET", "short"],
    ["SMTP_URL", "http://mail"],
  ])("%s=%s is refused by name", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`not usable: ${name}`))
  })

  test("an empty variable counts as not given", () => {
    expect(readEnv({ SMTP_URL: "" }).SMTP_URL).toBeUndefined()
  })
})
