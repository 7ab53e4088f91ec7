import { expect, test } from "vitest"
import { signIn } from "~/server/access/accounts.server"
import { officeCalendar } from "~/server/deadline/calendar.server"
import { db } from "~/server/tools/db.server"
import { openChannelOr404 } from "~/server/survey/questionnaires.server"
import { openOffice } from "#prisma/new-office"
import { useDatabase } from "../../support/database"
import { visit } from "../../support/people"

useDatabase()

const OFFICE = {
  code: "NW",
  name: "新北市新設區戶政事務所",
  nameEn: "A New Household Registration Office",
  city: "新北市",
  phone: "1999",
  address: "新北市",
  sections: ["戶籍登記課"],
}

test("a new office can be signed in to, counts deadlines, and asks its questionnaire", async () => {
  const accounts = await openOffice(OFFICE)
  expect(accounts.map(({ username }) => username)).toEqual(["nw-director", "nw-administrator"])
  for (const account of accounts) {
    expect((await signIn(account, visit("/staff/sign-in"))).ok).toBe(true)
  }
  expect((await officeCalendar("nw")).days.size).toBeGreaterThan(1000)
  expect((await openChannelOr404("nw-counter")).content.items.length).toBeGreaterThan(18)
  expect(await db().petitionCategory.count({ where: { officeId: "nw" } })).toBeGreaterThan(5)
})

test("its code is taken once", async () => {
  await expect(openOffice(OFFICE)).rejects.toThrow(/Unique constraint/)
})
