import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { type Source, sourcesBelow } from "./sources"

const sources = ["app", "emails", "prisma", "tests"].flatMap(sourcesBelow)
const inRoom = (room: string) => sources.filter(({ path }) => path.startsWith(room))
const paths = (found: Source[]) => found.map(({ path, lines }) => `${path} (${lines} lines)`)

const LIMITS: [string, number][] = [
  ["app/domain/", 200],
  ["app/server/", 300],
  ["app/routes/", 200],
  ["app/ui/", 200],
  ["emails/", 200],
  ["prisma/", 300],
  ["tests/", 400],
]

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "")

const DRAWERS = /(^|\/)(utils?|helpers?|lib|common|services|types|hooks|misc|manager)(\/|\.|$)/

describe("every file", () => {
  test.each(LIMITS)("in %s is at most %i lines long", (room, limit) => {
    expect(paths(inRoom(room).filter(({ lines }) => lines > limit))).toEqual([])
  })

  test("of the hands ends in .server.ts, and no other does", () => {
    const misnamed = sources.filter(
      ({ path }) =>
        path !== "app/entry.server.tsx" && // Remix's name
        path.startsWith("app/server/") !== /\.server\.tsx?$/.test(path),
    )
    expect(paths(misnamed)).toEqual([])
  })

  test("lives in a place named after its subject: there are no drawers", () => {
    expect(sources.filter(({ path }) => DRAWERS.test(path)).map(({ path }) => path)).toEqual([])
  })

  test("of rules and hands opens with one sentence that says what it is for", () => {
    const silent = [...inRoom("app/domain/"), ...inRoom("app/server/")].filter(
      ({ text }) => !text.startsWith("/**") && !text.startsWith("//"),
    )
    expect(paths(silent)).toEqual([])
  })

  test("outside the tests is free of `any`", () => {
    const loose = sources.filter(
      ({ path, text }) =>
        /\bas any\b|: any[;,)\s[]|<any>/.test(withoutComments(text)) && !path.startsWith("tests/"),
    )
    expect(paths(loose)).toEqual([])
  })

  test("holds no test that is skipped or alone", () => {
    const skipped = inRoom("tests/").filter(({ text }) =>
      /\b(test|it|describe)\.(only|skip|todo)\b\(/.test(text),
    )
    expect(paths(skipped)).toEqual([])
  })
})

describe("every room", () => {
  const ROOMS = [
    "app/domain",
    "app/server",
    "app/ui",
    "app/routes",
    "app/locales",
    "emails",
    "prisma",
    "tests",
  ]

  test.each(ROOMS)("%s has a short README on its door", (room) => {
    expect(existsSync(`${room}/README.md`)).toBe(true)
    expect(readFileSync(`${room}/README.md`, "utf8").trim().split("\n").length).toBeLessThanOrEqual(
      14,
    )
  })
})

describe("the top level", () => {
  const FOLDERS = ["app", "emails", "prisma", "public", "tests"]
  const LEFT_BY_TOOLS = ["node_modules", "build", "test-results", "coverage", "playwright-report"]

  test("has the owner's folders and no others", () => {
    const folders = readdirSync(".", { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .filter((name) => !LEFT_BY_TOOLS.includes(name))
    expect(folders.sort()).toEqual(FOLDERS)
  })
})
