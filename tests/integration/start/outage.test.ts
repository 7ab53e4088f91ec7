import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { NATURES } from "~/domain/petition/petition"
import { closeDatabase, db, openDatabase } from "~/server/tools/db.server"
import { migrate } from "~/server/tools/migrations.server"
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from "~/server/tools/postgres/embedded.server"
import { setChannelOpen } from "~/server/survey/publishing.server"
import { seedQuestionnaire } from "#prisma/seeds/questionnaire"
import { seedCategories } from "#prisma/seeds/categories"
import {
  freshDataDir,
  type Portal,
  removeData,
  startPortal,
  stopPortal,
} from "../../e2e/support/portal"
import { type Line, layLine } from "../../support/line"
import { anOffice, aStaff, type TestOffice } from "../../support/people"

const dataDir = freshDataDir()
let database: EmbeddedDatabase
let line: Line
let portal: Portal
let office: TestOffice
let survey: string

beforeAll(async () => {
  database = await startEmbeddedDatabase(dataDir)
  await migrate(database.url)
  openDatabase(database.url)
  office = await anOffice()
  await seedCategories(office.id)
  const published = await seedQuestionnaire([office])
  if (!published.ok) throw new Error(JSON.stringify(published))
  survey = `/s/${office.code.toLowerCase()}-counter`
  line = await layLine(database.url)
  portal = await startPortal(dataDir, { DATABASE_URL: line.url, LOG_LEVEL: "silent" })
  await get(survey) // somebody has opened it before
})

afterEach(() => line.mend())

afterAll(async () => {
  await stopPortal(portal)
  await closeDatabase()
  await database.stop()
  await line.cut()
  removeData(dataDir)
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.url + path, { headers, redirect: "manual" })

const send = (
  path: string,
  fields: Record<string, string>,
  { cookie = "", origin = portal.url }: { cookie?: string; origin?: string } = {},
) =>
  fetch(portal.url + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin, cookie },
    redirect: "manual",
  })

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0]

const ANSWERS = { attitude: "5", expertise: "4", speed: "4", waiting: "2", overall: "4" }
const REMARK = { comment: "等了「四十分鐘」<急>" }

/** The fields of the one form on a page, as a browser would send them. */
function formOf(html: string): { action: string; fields: Record<string, string> } {
  const unescape = (text = "") =>
    text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#x27;", "'")
      .replaceAll("&amp;", "&")
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const part = (name: string) => unescape(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1])
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (!isChoice || / checked=""/.test(tag)) fields[part("name")] = part("value")
  }
  for (const [, name, text] of html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\//g))
    fields[name ?? ""] = unescape(text?.replace(/^\n/, ""))
  return { action: unescape(/<form[^>]* action="([^"]*)"/.exec(html)?.[1]), fields }
}

describe("while the database is away", () => {
  test("the questionnaire opens from memory, and closed ones do not come back", async () => {
    await line.cut()
    const page = await get(survey)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain("</form>")
  })

  test("answers are given back in the form with 503, and counted once when they are sent again", async () => {
    const before = await db().response.count()
    const opened = formOf(await (await get(survey)).text()).fields
    await line.cut()
    const refused = await send(survey, { ...opened, ...ANSWERS, ...REMARK })
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"])
    const html = await refused.text()
    expect(html).toContain("您填的內容都還在這一頁")
    expect(html).not.toContain("請先修正")
    const { fields } = formOf(html)
    expect(fields).toMatchObject({ ...opened, ...ANSWERS, ...REMARK })
    await line.mend()
    for (const again of [1, 2]) {
      const kept = await send(survey, fields)
      expect([again, kept.status]).toEqual([again, 303])
    }
    expect(await db().response.count()).toBe(before + 1)
  })

  test("a page of a petition is given back with every field, and goes on from there", async () => {
    const start = await send("/petitions/new", { officeId: office.id })
    const cookie = { cookie: cookieOf(start) ?? "" }
    const typed = {
      subject: "路燈不亮",
      content: "和平東路\n第二段的路燈 <三天> 沒亮。",
      confidential: "yes",
    }
    expect(start.headers.get("location")).toMatch(/draft=/)
    const draft = new URL(start.headers.get("location") ?? "", portal.url).search
    const categories = await db().petitionCategory.findMany({ where: { officeId: office.id } })
    const what = { nature: NATURES[0], categoryId: categories[0]?.id ?? "" }
    expect((await send(`/petitions/new/what${draft}`, what, cookie)).status).toBe(303)
    await line.cut()
    const refused = await send(`/petitions/new/content${draft}`, typed, cookie)
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"])
    const html = await refused.text()
    expect(html).toContain("您填的內容都在這裡")
    expect(html).toContain("主旨</label>")
    const form = formOf(html)
    expect(form.fields).toMatchObject(typed)
    expect(form.action).toBe(`/petitions/new/content${draft}`)
    await line.mend()
    const sent = await send(form.action, form.fields, cookie)
    expect(sent.status).toBe(303)
    expect(await (await get(`/petitions/new/content${draft}`, cookie)).text()).toContain("路燈不亮")
  })

  test("a form that another site sent is not given back, or its button would send it in our name", async () => {
    await line.cut()
    const typed = { subject: "forged words", content: "forged words" }
    const refused = await send("/petitions/new", typed, { origin: "https://evil.example" })
    expect(await refused.text()).not.toContain("forged words")
  })

  test("a password is never given back, and nothing is promised", async () => {
    await line.cut()
    const refused = await send("/staff/sign-in", { username: "wang", password: "a secret of mine" })
    const html = await refused.text()
    expect(refused.status).toBe(503)
    expect(html).not.toContain("a secret of mine")
    expect(html).not.toContain("您填的內容")
    expect(html).toContain('href="/staff/sign-in"')
  })

  test("a page that needs the records says so and promises nothing", async () => {
    await line.cut()
    const page = await get("/petitions/new?office=x", { "accept-language": "en" })
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "60"])
    const html = await page.text()
    expect(html).toContain("Please wait a minute")
    expect(html).toContain('href="/petitions/new?office=x"')
    expect(html).not.toMatch(/what you wrote|still be there/)
  })

  test("that says nothing at all, nobody waits longer than ten seconds with an answer", async () => {
    line.silence()
    const started = performance.now()
    const refused = await send(survey, ANSWERS)
    expect(refused.status).toBe(503)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

test("the page of interruptions is nobody's address", async () => {
  expect((await get("/interrupted")).status).toBe(404)
})

test("through an outage of two seconds nobody notices anything", async () => {
  await line.cut()
  const answers = send(survey, ANSWERS)
  const page = get("/petitions/new")
  await pause(2_000)
  await line.mend()
  expect((await answers).status).toBe(303)
  expect((await page).status).toBe(200)
})

describe("two instances", () => {
  test("both close a channel at once, also one that an administrator closes by hand", async () => {
    const other = await startPortal(dataDir, { DATABASE_URL: line.url, LOG_LEVEL: "silent" })
    const statuses = async () => [
      (await fetch(other.url + survey)).status,
      (await fetch(portal.url + survey)).status,
    ]
    await pause(1_000) // both listen again after the outages above
    expect(await statuses()).toEqual([200, 200])
    const chief = await aStaff(office, "planning_officer")
    const code = survey.slice(3)
    expect((await setChannelOpen(code, false, chief)).ok).toBe(true)
    await pause(300)
    expect(await statuses()).toEqual([410, 410])
    await db().$executeRaw`update "Channel" set "isOpen" = true where code = ${code}`
    await pause(300)
    expect(await statuses()).toEqual([200, 200])
    await stopPortal(other)
  })
})
