/**
 * Opens a new office in a database of its own: `npm run new-office -- --code ZZ --name 臺北市中正區戶政事務所 …`.
 * Sections, topics, the office calendar, the standard questionnaire with its channels, and a director and an
 * administrator, whose first passwords are printed once and are to be changed.
 */
import { parseArgs } from "node:util"
import { z } from "zod"
import { openAccount } from "~/server/access/accounts.server"
import { randomCode } from "~/server/tools/code.server"
import { db } from "~/server/tools/db.server"
import { SettingsError } from "~/server/tools/env.server"
import { DatabaseStartError } from "~/server/tools/postgres/start-error.server"
import { openRecords } from "~/server/start/house.server"
import { seedCalendar } from "./seeds/calendar"
import { seedCategories } from "./seeds/categories"
import { seedQuestionnaire } from "./seeds/questionnaire"

const NewOffice = z.object({
  code: z.string().regex(/^[A-Z]{2,4}$/, "--code: two to four capital letters, e.g. ZZ"),
  name: z.string().min(1, "--name: the office's name in Chinese"),
  nameEn: z.string().min(1, "--nameEn: the office's name in English"),
  city: z.string().min(1, "--city: e.g. 臺北市"),
  phone: z.string().min(1, "--phone: the number citizens may call"),
  address: z.string().min(1, "--address: the office's address"),
  sections: z
    .string()
    .default("戶籍登記課,戶籍資料課,行政庶務課")
    .transform((names) => names.split(",")),
})

type OpenedAccount = { username: string; password: string }

/** Opens the office; throws when its code is taken. Gives the first accounts with their passwords. */
export async function openOffice(given: z.output<typeof NewOffice>): Promise<OpenedAccount[]> {
  const { sections, ...office } = given
  const id = office.code.toLowerCase()
  await seedCalendar()
  await db().office.create({
    data: { id, ...office, sections: { create: sections.map((name) => ({ name })) } },
  })
  await seedCategories(id)
  const published = await seedQuestionnaire([{ id, code: office.code }])
  if (!published.ok) throw new Error(JSON.stringify(published.problems))
  return [
    await firstAccount(id, "director", "主任"),
    await firstAccount(id, "administrator", "系統管理人員"),
  ]
}

async function firstAccount(
  officeId: string,
  role: "director" | "administrator",
  name: string,
): Promise<OpenedAccount> {
  const username = `${officeId}-${role}`
  const password = randomCode(16)
  const person = { officeId, sectionId: null, username, name, email: "", role }
  await openAccount({ ...person, password })
  return { username, password }
}

const OPTIONS = Object.fromEntries(
  Object.keys(NewOffice.shape).map((name) => [name, { type: "string" as const }]),
)

async function main(): Promise<number> {
  const given = NewOffice.safeParse(parseArgs({ options: OPTIONS }).values)
  if (!given.success) {
    console.error(
      given.error.issues.map(({ message, path }) => `${path.join()}: ${message}`).join("\n"),
    )
    return 1
  }
  try {
    const records = await openRecords()
    const accounts = await openOffice(given.data).finally(records.close)
    for (const { username, password } of accounts) console.log(`${username}  ${password}`)
    return 0
  } catch (error) {
    const isExplained = error instanceof DatabaseStartError || error instanceof SettingsError
    console.error(isExplained ? error.message : error)
    return 1
  }
}

if (process.argv[1]?.endsWith("new-office.ts")) process.exit(await main())
