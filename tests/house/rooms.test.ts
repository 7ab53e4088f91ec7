import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { findCircle, readImports, type SourceFile } from "./imports"
import { sourcesBelow } from "./sources"

let files: SourceFile[] = []
beforeAll(async () => {
  files = await readImports()
}, 60_000)

const isOurs = (path: string) => /^(app|emails|prisma|tests)\//.test(path)

/** Which of our own rooms a room may import; packages are listed where only some are allowed. */
const MAY_IMPORT: { room: RegExp; ours: RegExp; packages: RegExp }[] = [
  { room: /^app\/domain\//, ours: /^app\/domain\//, packages: /^zod$/ },
  {
    room: /^app\/server\//,
    ours: /^(app\/(domain|server|locales)\/|emails\/|prisma\/client\/)/,
    packages: /^(?!react|@remix-run\/react|chart\.js)/,
  },
  {
    room: /^app\/ui\//,
    ours: /^app\/(domain|locales|ui)\//,
    packages: /^(react|react\/.*|react-i18next|@remix-run\/react|chart\.js(\/.*)?)$/,
  },
  {
    room: /^app\/routes\//,
    ours: /^app\/(server|domain|ui|locales)\//,
    packages: /^(react|react-i18next|@remix-run\/(react|node)|zod)$/,
  },
  {
    room: /^emails\//,
    ours: /^(emails|app\/domain|app\/locales)\//,
    packages: /^(react|react\/.*|i18next|@react-email\/.*|zod)$/,
  },
  {
    room: /^app\/locales\//,
    ours: /^app\/(locales\/|domain\/language$)/,
    packages: /^(i18next|react-i18next)$/,
  },
]

/** What makes circles no harm at run time still makes them hard to read: types count. */
const graphOf = (nameOf: (path: string) => string | null) => {
  const graph = new Map<string, Set<string>>()
  for (const { path, imports } of files) {
    const from = nameOf(path)
    if (from === null) continue
    const known = graph.get(from) ?? new Set()
    for (const { to, isType } of imports) {
      // a type that is read from its schema, while the schema takes its lists from the file, is one fact in one place
      if (isType && to.endsWith(".schema")) continue
      const name = nameOf(to)
      if (name !== null && name !== from) known.add(name)
    }
    graph.set(from, known)
  }
  return graph
}

describe("the rooms", () => {
  test("import only what the import table allows", () => {
    const found = files.flatMap(({ path, imports }) => {
      const rule = MAY_IMPORT.find(({ room }) => room.test(path))
      if (!rule) return []
      return imports
        .filter(({ to }) => !(isOurs(to) ? rule.ours : rule.packages).test(to))
        .map(({ to }) => `${path} → ${to}`)
    })
    expect(found).toEqual([])
  })

  test("of the routes never import one another", () => {
    const found = files.filter(
      ({ path, imports }) =>
        path.startsWith("app/routes/") && imports.some(({ to }) => to.startsWith("app/routes/")),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })

  test("have no circle of files, types included", () => {
    expect(findCircle(graphOf((path) => (isOurs(path) ? path : null)))).toBeNull()
  })

  test("have no circle of folders within a topic", () => {
    const folders = graphOf((path) =>
      /^app\/(domain|server|ui)\/./.test(path) ? path.replace(/\/[^/]+$/, "") : null,
    )
    // a folder and the folder it lies in are one place
    for (const [from, next] of folders) {
      folders.set(
        from,
        new Set([...next].filter((to) => !from.startsWith(`${to}/`) && !to.startsWith(`${from}/`))),
      )
    }
    expect(findCircle(folders)).toBeNull()
  })
})

describe("the topics", () => {
  const ROOMS = ["app/domain", "app/server", "app/ui"]
  const topicOf = (room: string) => (path: string) =>
    new RegExp(`^${room}/([a-z]+)/`).exec(path)?.[1] ?? null

  test("use each other as the README's table says, in every room, and no table line is idle", () => {
    const drawn = new Map<string, Set<string>>()
    for (const room of ROOMS) {
      for (const [topic, used] of graphOf(topicOf(room))) {
        drawn.set(topic, new Set([...(drawn.get(topic) ?? []), ...used]))
      }
    }
    const asFound = [...drawn].map(([topic, used]) => [topic, [...used].sort().join(" ")] as const)
    expect(Object.fromEntries(asFound)).toEqual(readTopicTable())
  })

  test("are never imported by a tool", () => {
    const found = files
      .filter(({ path }) => path.startsWith("app/server/tools/"))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ to }) => /^app\/server\/(?!tools\/)/.test(to))
          .map(({ to }) => `${path} → ${to}`),
      )
    expect(found).toEqual([])
  })
})

/** The lines "| petition | access deadline tools |" of the README's table of topics. */
function readTopicTable(): Record<string, string> {
  const table = /\| topic \| uses \|\n\|---\|---\|\n((?:\|.*\|\n)+)/.exec(
    readFileSync("README.md", "utf8"),
  )?.[1]
  if (!table) throw new Error("The README has no table of topics.")
  return Object.fromEntries(
    table
      .trim()
      .split("\n")
      .map((line) => {
        const [, topic = "", used = ""] = line.split("|").map((cell) => cell.trim())
        return [topic.replaceAll("`", ""), used.replaceAll("`", "")]
      }),
  )
}

describe("one place each", () => {
  const sources = sourcesBelow("app")
  /** The text without its comments. */
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "")
  const filesWith = (pattern: RegExp, room = "app/") =>
    sources
      .filter(({ path, text }) => path.startsWith(room) && pattern.test(code(text)))
      .map(({ path }) => path)

  test("the rules ask neither clock nor chance nor the world", () => {
    const impure = /Date\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|\bfetch\(|node:/
    expect(filesWith(impure, "app/domain/")).toEqual([])
  })

  test("one file makes a Prisma client, one reads the environment, one asks the time, one sends mail", () => {
    expect(filesWith(/new PrismaClient\(/)).toEqual(["app/server/tools/db.server.ts"])
    expect(filesWith(/new Date\(\)|Date\.now\(/)).toEqual(["app/server/tools/clock.server.ts"])
    expect(filesWith(/createTransport\(/)).toEqual(["app/server/tools/mailer.server.ts"])
    // the embedded database and the development server hand the environment to the programs they start
    expect(filesWith(/process\.env/)).toEqual([
      "app/server/start/dev.server.ts",
      "app/server/tools/env.server.ts",
      "app/server/tools/postgres/programs.server.ts",
    ])
  })
})
