/** Three offices whose annual plans are public, their sections as the plans print them, and staff of every role. */
import type { Role } from "~/domain/access/permission"
import { openAccount } from "~/server/access/accounts.server"
import { db } from "~/server/tools/db.server"

export type SeededStaff = { id: string; role: Role; username: string }
export type SeededOffice = {
  id: string
  code: string
  sections: Record<string, string>
  staff: SeededStaff[]
}

/** The demonstration's; an office's own are never guessed. */
const HOURS = {
  "zh-TW": "週一至週五 8:30–17:30",
  en: "Monday to Friday, 8:30–17:30",
  vi: "Thứ Hai đến thứ Sáu, 8:30–17:30",
  id: "Senin sampai Jumat, 8.30–17.30",
}

const OFFICES = [
  {
    id: "zhongzheng",
    code: "ZZ",
    name: "臺北市中正區戶政事務所",
    nameEn: "Zhongzheng District Household Registration Office, Taipei City",
    city: "臺北市",
    phone: "1999",
    address: "臺北市中正區",
    hours: HOURS,
  },
  {
    id: "shilin",
    code: "SL",
    name: "臺北市士林區戶政事務所",
    nameEn: "Shilin District Household Registration Office, Taipei City",
    city: "臺北市",
    phone: "1999",
    address: "臺北市士林區",
    hours: HOURS,
  },
  {
    id: "dali",
    code: "DL",
    name: "臺中市大里區戶政事務所",
    nameEn: "Dali District Household Registration Office, Taichung City",
    city: "臺中市",
    phone: "1999",
    address: "臺中市大里區",
    hours: HOURS,
  },
]

const SECTIONS = ["戶籍登記課", "戶籍資料課", "行政庶務課"] as const

const PEOPLE: {
  role: Role
  name: string
  section: (typeof SECTIONS)[number] | null
  login: string
}[] = [
  { role: "director", name: "周主任", section: null, login: "director" },
  { role: "secretary", name: "許秘書", section: null, login: "secretary" },
  { role: "section_chief", name: "林課長", section: "戶籍登記課", login: "chief" },
  { role: "section_chief", name: "郭課長", section: "行政庶務課", login: "chief2" },
  { role: "planning_officer", name: "蔡研考", section: "行政庶務課", login: "planning" },
  { role: "case_officer", name: "陳課員", section: "戶籍登記課", login: "officer" },
  { role: "case_officer", name: "吳戶籍員", section: "戶籍登記課", login: "officer2" },
  { role: "case_officer", name: "黃課員", section: "戶籍資料課", login: "officer3" },
  { role: "administrator", name: "曾管理員", section: "行政庶務課", login: "admin" },
]

/** Opens the offices and accounts; usernames are "zz-officer" and so on, all with the given password. */
export async function seedOffices(password: string): Promise<SeededOffice[]> {
  const seeded: SeededOffice[] = []
  for (const office of OFFICES) {
    const created = await db().office.create({
      data: { ...office, sections: { create: SECTIONS.map((name) => ({ name })) } },
      select: { sections: { select: { id: true, name: true } } },
    })
    const sections = Object.fromEntries(created.sections.map(({ id, name }) => [name, id]))
    const staff = await openAccounts(office, sections, password)
    seeded.push({ id: office.id, code: office.code, sections, staff })
  }
  return seeded
}

async function openAccounts(
  office: { id: string; code: string },
  sections: Record<string, string>,
  password: string,
): Promise<SeededStaff[]> {
  const staff: SeededStaff[] = []
  for (const { role, name, section, login } of PEOPLE) {
    const username = `${office.code.toLowerCase()}-${login}`
    const { id } = await openAccount({
      officeId: office.id,
      sectionId: section ? (sections[section] ?? null) : null,
      username,
      name,
      email: `${username}@example.gov.tw`,
      role,
      password,
    })
    staff.push({ id, role, username })
  }
  return staff
}
