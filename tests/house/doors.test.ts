import { describe, expect, test } from "vitest"
import routes from "~/routes"
import { type Source, sourcesBelow } from "./sources"

type Route = { path?: string; file: string; children?: Route[] }

const flat = (all: Route[]): Route[] =>
  all.flatMap((route) => [route, ...flat(route.children ?? [])])
const all = flat(routes as Route[])
const sources = new Map(sourcesBelow("app/routes").map((source) => [source.path, source]))
const sourceOf = (route: Route): Source => {
  const source = sources.get(`app/${route.file}`)
  if (!source) throw new Error(`${route.file} is not there`)
  return source
}

/** Doors of the back office that open before one has signed in. */
const OPEN = ["staff/sign-in", "staff/sign-out"]

const staffDoors = all.filter(({ path }) => path?.startsWith("staff") && !OPEN.includes(path))

/** The text of one exported function, up to the next export. */
const bodyOf = (text: string, name: string): string | null => {
  const found = new RegExp(
    `export (?:async )?(?:function|const) ${name}\\b[\\s\\S]*?(?=\\nexport |$)`,
  ).exec(text)
  return found?.[0] ?? null
}

describe("every staff door", () => {
  test.each(staffDoors.map((route) => [route.path ?? "", route] as const))(
    "/%s asks for permission in its loader and its action",
    (_path, route) => {
      const { text } = sourceOf(route)
      const doors = [bodyOf(text, "loader"), bodyOf(text, "action")].filter((body) => body !== null)
      expect(doors.length).toBeGreaterThan(0)
      for (const body of doors) expect(body).toMatch(/requireStaff\(|require[A-Z]\w*\(request/)
    },
  )
})

test("every action reads its form through the one door for forms", () => {
  const around = [...sources.values()].filter(({ text }) =>
    /request\.(formData|text|json)\(/.test(text),
  )
  expect(around.map(({ path }) => path)).toEqual([])
})

test("every action reads a form, so that none can be forged", () => {
  const unread = [...sources.values()].filter(({ text }) => {
    const action = bodyOf(text, "action")
    return (
      action !== null &&
      !/throw new Response/.test(action) &&
      !/read(Form|Fields|[A-Z]\w*)\(/.test(action)
    )
  })
  expect(unread.map(({ path }) => path)).toEqual([])
})

test("citizen pages carry no framework script", () => {
  const pages = all.filter(({ path }) => !path?.startsWith("staff"))
  const hydrating = pages
    .map(sourceOf)
    .filter(({ text }) => /export default function/.test(text) && !/hydrate: false/.test(text))
  expect(hydrating.map(({ path }) => path)).toEqual([])
})

test("every file of the doors is reached by an address", () => {
  const reached = new Set(all.map(({ file }) => `app/${file}`))
  const doors = [...sources.values()].filter(({ text }) =>
    /export (default|(async )?function (loader|action)\b)/.test(text),
  )
  expect(doors.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([])
})
