import { expect, test } from "vitest"
import { ROLES } from "~/domain/access/permission"
import { type Source, sourcesBelow } from "./sources"

/** What Remix reads from every door. */
const OF_A_DOOR = ["loader", "action", "meta", "links", "handle", "headers", "ErrorBoundary"]

/** Names that two files may export, and why. */
const ALLOWED = [
  "catalog", // the words of each language
  "Entered", // of a form and of a questionnaire: the same shape on two sides of the rules
  "officeNameIn", // of an office and of a channel, whose rows name it differently
]

const EXPORT = /^export (?:async )?(?:function|const|type|interface|class) (\w+)/gm

/** A schema and the type it gives share their name in one file: that is one thing. */
const namesOf = ({ text }: Source): string[] => [
  ...new Set([...text.matchAll(EXPORT)].map(([, name]) => name ?? "")),
]

function homesOf(sources: Source[]): Map<string, string[]> {
  const homes = new Map<string, string[]>()
  for (const source of sources)
    for (const name of namesOf(source)) homes.set(name, [...(homes.get(name) ?? []), source.path])
  return homes
}

const isDoors = ({ path }: Source): boolean => path.startsWith("app/routes/")

test("one exported name, one thing", () => {
  const homes = homesOf(sourcesBelow("app").filter((source) => !isDoors(source)))
  const shared = [...homes].filter(([name, paths]) => paths.length > 1 && !ALLOWED.includes(name))
  expect(shared).toEqual([])
  const alone = ALLOWED.filter((name) => (homes.get(name)?.length ?? 0) < 2)
  expect(alone, "no longer shared: take it off the list").toEqual([])
})

test("a door exports what Remix reads and nothing else", () => {
  const others = sourcesBelow("app/routes").flatMap((source) =>
    namesOf(source)
      .filter((name) => !OF_A_DOOR.includes(name))
      .map((name) => `${source.path}: ${name}`),
  )
  expect(others).toEqual([])
})

test("roles are named in the rules of access and asked by question everywhere else", () => {
  const role = new RegExp(`"(${ROLES.join("|")})"`)
  const comparing = sourcesBelow("app").filter(
    ({ path, text }) => !path.startsWith("app/domain/access/") && role.test(text),
  )
  expect(comparing.map(({ path }) => path)).toEqual([])
})
