import { describe, expect, test } from "vitest"
import { type Source, sourcesBelow } from "./sources"

const sources = ["app", "emails", "prisma"].flatMap(sourcesBelow)

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
  { room: /^app\/locales\//, ours: /^app\/locales\//, packages: /^(i18next|react-i18next)$/ },
]

const breaches = (source: Source) => {
  const rule = MAY_IMPORT.find(({ room }) => room.test(source.path))
  if (!rule) return []
  return source.imports.filter((one) => !(isOurs(one) ? rule.ours : rule.packages).test(one))
}

describe("the rooms", () => {
  test("import only what the import table allows", () => {
    const found = sources.flatMap((source) =>
      breaches(source).map((one) => `${source.path} → ${one}`),
    )
    expect(found).toEqual([])
  })

  test("of the routes never import one another", () => {
    const found = sources.filter(
      ({ path, imports }) =>
        path.startsWith("app/routes/") && imports.some((one) => one.includes("app/routes/")),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })

  test("of the rules ask neither clock nor chance nor the world", () => {
    const impure = /Date\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|\bfetch\(|node:/
    const found = sources.filter(
      ({ path, text }) => path.startsWith("app/domain/") && impure.test(code(text)),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })

  test("have one file that makes a Prisma client, one that reads the environment, one that asks the time, one that sends mail", () => {
    const inServer = sources.filter(({ path }) => path.startsWith("app/"))
    const filesWith = (pattern: RegExp) =>
      inServer.filter(({ text }) => pattern.test(code(text))).map(({ path }) => path)
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

  test("have no cycles", () => {
    expect(findCycle(sources)).toBeNull()
  })
})

/** The text without its comments. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, "")

function findCycle(all: Source[]): string[] | null {
  const byPath = new Map(all.map((source) => [source.path.replace(/\.tsx?$/, ""), source]))
  const done = new Set<string>()
  const visit = (name: string, trail: string[]): string[] | null => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name]
    if (done.has(name)) return null
    const next = typeFreeImports(byPath.get(name))
    const found = next.map((one) => visit(one, [...trail, name])).find(Boolean)
    done.add(name)
    return found ?? null
  }
  for (const name of byPath.keys()) {
    const cycle = visit(name, [])
    if (cycle) return cycle
  }
  return null
}

/** Imports that exist when the program runs: types are gone by then. */
function typeFreeImports(source: Source | undefined): string[] {
  if (!source) return []
  const typesOnly = [...source.text.matchAll(/import type [^"']*["']([^"']+)["']/g)].map(
    ([, one]) => one ?? "",
  )
  return source.imports.filter(
    (one) =>
      isOurs(one) && !typesOnly.some((type) => one.endsWith(type.replace(/^[~#.]+\/?(\.\/)?/, ""))),
  )
}
