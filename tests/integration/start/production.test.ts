/** The portal as an office runs it: production, reached by https through a proxy. */
import { request as ask, type IncomingHttpHeaders } from "node:http"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openAccount } from "~/server/access/accounts.server"
import { closeDatabase, openDatabase } from "~/server/tools/db.server"
import { migrate } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"
import {
  freshDataDir,
  type Portal,
  removeData,
  startPortal,
  stopPortal,
} from "../../e2e/support/portal"
import { anOffice } from "../../support/people"

const HOST = "minyi.example.gov.tw"
const dataDir = freshDataDir()
let portal: Portal | undefined
let said = ""

beforeAll(async () => {
  const records = await startEmbeddedDatabase(dataDir)
  await migrate(records.url)
  openDatabase(records.url)
  const office = await anOffice()
  await openAccount({
    ...{ officeId: office.id, sectionId: null, username: "director", name: "主任" },
    ...{ email: "d@example.gov.tw", role: "director", password: "correct horse battery" },
  })
  await closeDatabase()
  await records.stop()
  portal = await startPortal(dataDir, {
    ...{ MINYI_DEMO: "", MINYI_NOW: "", PUBLIC_URL: `https://${HOST}`, LOG_LEVEL: "error" },
    MAIL: "none",
    SESSION_SECRET: "a secret of this office, 32 characters at least",
  })
  portal.process.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()))
}, 120_000)
afterAll(async () => {
  if (portal) await stopPortal(portal)
  removeData(dataDir)
}, 60_000)

type Answer = { status: number; headers: IncomingHttpHeaders; cookies: string[]; text: string }

/** A request as the proxy passes it on: fetch would not let us name the host. */
function send(
  path: string,
  headers: Record<string, string | string[]> = {},
  fields?: Record<string, string>,
): Promise<Answer> {
  const { hostname, port } = new URL(portal?.url ?? "")
  const body = fields && new URLSearchParams(fields).toString()
  const form = body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }
  return new Promise((resolve, reject) => {
    const sent = ask(
      {
        ...{ hostname, port, path, method: body === undefined ? "GET" : "POST" },
        headers: Object.entries({ host: HOST, ...form, ...headers }).flatMap(([name, value]) =>
          [value].flat().flatMap((one) => [name, one]),
        ),
      },
      (answer) => {
        let text = ""
        answer.on("data", (chunk: Buffer) => (text += chunk.toString()))
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            cookies: answer.headers["set-cookie"] ?? [],
            text,
          }),
        )
      },
    )
    sent.on("error", reject)
    sent.end(body)
  })
}

const RIGHT = { username: "director", password: "correct horse battery" }

describe("in production over https", () => {
  test("every cookie is Secure, and those that open something belong to this host alone", async () => {
    const signedIn = await send("/staff/sign-in", { origin: `https://${HOST}` }, RIGHT)
    expect(signedIn.status).toBe(302)
    expect(signedIn.cookies.map((one) => one.split("=")[0])).toEqual([
      "__Host-minyi_staff",
      "__Host-minyi_device",
    ])
    const chosen = await send("/preferences?lang=en")
    expect(chosen.cookies).toHaveLength(1)
    for (const cookie of [...signedIn.cookies, ...chosen.cookies]) {
      for (const part of ["Path=/;", "HttpOnly", "Secure", "SameSite=Lax"])
        expect(`${cookie};`).toContain(part)
    }
  })

  test("a form of the same host in the open is refused, as is one of another host", async () => {
    expect((await send("/staff/sign-in", { origin: `http://${HOST}` }, RIGHT)).status).toBe(403)
    expect((await send("/staff/sign-in", { origin: "https://evil.test" }, RIGHT)).status).toBe(403)
  })

  test("another host's name and two names are refused; who watches the health asks by number", async () => {
    expect((await send("/", { host: "evil.test" })).status).toBe(421)
    expect((await send("/", { host: [HOST, "evil.test"] })).status).toBe(400)
    expect((await send("/", { host: "MINYI.example.gov.tw" })).status).toBe(200)
    expect((await send("/health", { host: "127.0.0.1:3000" })).status).toBe(200)
    await expect.poll(() => said).toContain("must pass on the Host header")
  })

  test("browsers are told to come back by https only", async () => {
    expect((await send("/")).headers["strict-transport-security"]).toBe("max-age=31536000")
  })

  test.each([
    ["/", false],
    ["/petitions/new", false],
    ["/petitions/follow", false],
    ["/privacy", false],
    ["/s/no-such", false],
    ["/petitions/case", true],
    ["/petitions/sent", true],
    ["/petitions/confirm/x", true],
    ["/s/no-such/thanks", true],
    ["/staff/sign-in", true],
    ["/staff/petitions", true],
  ])("search engines and %s: kept out is %s", async (path, isKeptOut) => {
    const { headers } = await send(path)
    expect(headers["x-robots-tag"]).toBe(isKeptOut ? "noindex, nofollow" : undefined)
  })

  test("robots are told where not to look", async () => {
    expect((await send("/robots.txt")).text).toContain("Disallow: /staff")
  })

  test("a mark that only the portal makes is taken off what comes from outside", async () => {
    const headers = { origin: `https://${HOST}`, "x-reopened-form": "yes" }
    expect((await send("/staff/sign-in", headers, RIGHT)).status).toBe(302)
  })

  test("a proxy that the settings do not know is said loudly, once", async () => {
    expect(said).not.toContain("TRUSTED_PROXIES")
    await send("/", { "x-forwarded-for": "198.51.100.7" })
    await send("/", { "x-forwarded-for": "198.51.100.8" })
    await expect.poll(() => said.match(/TRUSTED_PROXIES is 0/g)?.length).toBe(1)
  })
})
