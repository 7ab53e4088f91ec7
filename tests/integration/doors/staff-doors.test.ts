import { beforeAll, describe, expect, test } from "vitest"
import { db } from "~/server/tools/db.server"
import { useDatabase } from "../../support/database"
import { ADDRESSES, statusAt } from "../../support/doors"
import { post, signedIn, visit } from "../../support/people"
import {
  CASE_DOORS,
  OPEN_DOORS,
  PEOPLE,
  type Person,
  type Sample,
  STAFF_DOORS,
} from "../../support/staff-doors"
import type { Case, OfficeAtWork } from "../petition/casework/office-at-work"
import { anOfficeAtWork, casesOf, type Cookies, cookiesOf, placesOf } from "./one-office"

useDatabase()
let office: OfficeAtWork
let cookies: Cookies
let stranger: string
let places: Record<string, string>
let cases: Record<"ordinary" | "confidential", Record<Sample, Case>>

beforeAll(async () => {
  office = await anOfficeAtWork()
  cases = await casesOf(office)
  places = await placesOf(office)
  cookies = await cookiesOf(office)
  stranger = await signedIn((await anOfficeAtWork()).people.director)
})

const CASE = "staff/petitions/:number"

/** The same address as the browser asks for it after the first page: its data only. */
const dataOf = (path: string) => `${path}.data`
/** In such an answer Remix writes a redirect into the data. */
const asData = (status: number) => (status === 302 || status === 303 ? 202 : status)

const real = (address: string): string => {
  const known = Object.keys(places).find((start) => address.startsWith(start))
  const led = known
    ? address.replace(known, places[known] ?? "").replace("/:day/:reason", "")
    : address
  return `/${led.replace(":number", "1")}`
}

const foreign = (path: string, cookie: string): Request => {
  const request = post(path, {}, cookie)
  request.headers.set("origin", "https://evil.test")
  return request
}
const put = (path: string, cookie: string): Request =>
  new Request(post(path, {}, cookie), { method: "PUT" })

test("every address of the back office is in the table, and nothing else", () => {
  const staff = ADDRESSES.map(({ path }) => path).filter((path) => /^staff(\/|$)/.test(path))
  const declared = [
    ...OPEN_DOORS,
    ...Object.keys(STAFF_DOORS),
    ...Object.keys(CASE_DOORS).map((end) => CASE + end),
  ]
  expect(staff.sort()).toEqual(declared.sort())
})

describe.each(Object.entries(STAFF_DOORS))("/%s", (address, door) => {
  const shown = door.shows ?? 200

  test.each(PEOPLE)("%s", async (person) => {
    const [path, cookie] = [real(address), cookies[person]]
    const page = door.get.includes(person) ? shown : 403
    const answered = door.answers ?? 422
    const sent = door.post ? (door.post.includes(person) ? answered : 403) : 405
    expect(await statusAt(visit(path, cookie)), "GET").toBe(page)
    expect(await statusAt(visit(dataOf(path), cookie)), "GET .data").toBe(asData(page))
    expect(await statusAt(post(path, {}, cookie)), "POST").toBe(sent)
    const inData = door.answers === 302 && sent === 302 ? 422 : sent // the list is shown by a page, not in the data
    expect(await statusAt(post(dataOf(path), {}, cookie)), "POST .data").toBe(inData)
  })

  test("a form of another site, and a method of no form", async () => {
    const refused = door.post ? 403 : 405
    for (const person of PEOPLE) {
      const path = real(address)
      const led = door.answers === 302 && door.post?.includes(person) ? 302 : refused
      expect(await statusAt(foreign(path, cookies[person])), person).toBe(led)
      expect(await statusAt(foreign(dataOf(path), cookies[person])), person).toBe(refused)
    }
    const path = real(address)
    const may = door.post?.[0] ?? "director"
    expect(await statusAt(put(path, cookies[may]))).toBe(405)
  })

  test("another office's director, and who is not signed in", async () => {
    const path = real(address)
    expect(await statusAt(visit(path, stranger))).toBe(door.elsewhere)
    expect(await statusAt(visit(dataOf(path), stranger))).toBe(asData(door.elsewhere))
    expect(await statusAt(visit(path))).toBe(302)
    expect(await statusAt(visit(dataOf(path)))).toBe(202)
    expect(await statusAt(post(path, {}))).toBe(door.post ? 302 : 405)
  })
})

describe.each(Object.entries(CASE_DOORS))("a case's door %s", (end, door) => {
  const columns = (statuses: string) =>
    Object.fromEntries(
      statuses.split(" ").map((status, nth) => [PEOPLE[nth], Number(status)]),
    ) as Record<Person, number>

  const pathOf = async ({ id, number }: Case): Promise<string> => {
    const letter = await db().letter.findFirst({ where: { petitionId: id, kind: "assignment" } })
    return `/staff/petitions/${number}${end.replace(":id", letter?.id ?? "")}`
  }

  test.each(PEOPLE)("%s", async (person) => {
    const path = await pathOf(cases.ordinary[door.sample])
    const page = columns(door.get)[person]
    const sent = door.post ? columns(door.post)[person] : 405
    expect(await statusAt(visit(path, cookies[person])), "GET").toBe(page)
    expect(await statusAt(visit(dataOf(path), cookies[person])), "GET .data").toBe(page)
    expect(await statusAt(post(path, {}, cookies[person])), "POST").toBe(sent)
    expect(await statusAt(post(dataOf(path), {}, cookies[person])), "POST .data").toBe(sent)
  })

  test.each(PEOPLE)("%s, when the case is confidential", async (person) => {
    const path = await pathOf(cases.confidential[door.sample])
    const page = columns(door.confidential)[person]
    expect(await statusAt(visit(path, cookies[person])), "GET").toBe(page)
    expect(await statusAt(visit(dataOf(path), cookies[person])), "GET .data").toBe(page)
    if (page === 404 && door.post)
      expect(await statusAt(post(path, {}, cookies[person])), "POST").toBe(404)
  })

  test("another office's director, a form of another site, and who is not signed in", async () => {
    const path = await pathOf(cases.ordinary[door.sample])
    expect(await statusAt(visit(path, stranger))).toBe(404)
    expect(await statusAt(visit(dataOf(path), stranger))).toBe(404)
    expect(await statusAt(post(path, {}, stranger))).toBe(door.post ? 404 : 405)
    expect(await statusAt(foreign(path, cookies.director))).toBe(door.post ? 403 : 405)
    expect(await statusAt(put(path, cookies.director))).toBe(405)
    expect(await statusAt(visit(path))).toBe(302)
    expect(await statusAt(post(path, {}))).toBe(door.post ? 302 : 405)
  })
})
