import { expect, test } from "vitest"
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
