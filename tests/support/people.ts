/** An office and its staff, ready to act; each test says which it needs. */
import { randomUUID } from "node:crypto"
import type { Role, Staff } from "~/domain/access/permission"
import { db } from "~/server/tools/db.server"
import { startSession } from "~/server/access/session.server"

export type TestOffice = { id: string; code: string; sectionId: string }

/** A fresh office with one section. */
export async function anOffice(name = "測試區戶政事務所"): Promise<TestOffice> {
  const id = `office-${randomUUID().slice(0, 8)}`
  const code = randomUUID().slice(0, 6).toUpperCase()
  const office = await db().office.create({
    data: {
      id,
      code,
      name,
      nameEn: "Test Household Registration Office",
      city: "臺北市",
      phone: "02-2345-6789",
      address: "臺北市測試區測試路 1 號",
      sections: { create: { name: "行政庶務課" } },
    },
    select: { sections: { select: { id: true } } },
  })
  return { id, code, sectionId: office.sections[0]?.id ?? "" }
}

/** A person of that office with that role. The password cannot be used; sign in with `signedIn`. */
export async function aStaff(office: TestOffice, role: Role, name = "王小明"): Promise<Staff> {
  const staff = await db().staff.create({
    data: {
      officeId: office.id,
      sectionId: office.sectionId,
      username: randomUUID(),
      name,
      email: `${randomUUID()}@example.gov.tw`,
      role,
      passwordHash: "not a hash",
    },
    select: { id: true },
  })
  return { id: staff.id, name, role, officeId: office.id, sectionId: office.sectionId }
}

/** The Cookie header of a browser in which that person is signed in. */
export async function signedIn(staff: Staff): Promise<string> {
  const cookie = await startSession(db(), staff.id)
  return cookie.split(";")[0] ?? ""
}

const ORIGIN = "http://portal.test"

/** A GET as a browser sends it. */
export function visit(path: string, cookie = "", headers: Record<string, string> = {}): Request {
  return new Request(ORIGIN + path, { headers: { cookie, ...headers } })
}

/** A form post as a browser sends it. */
export function post(
  path: string,
  fields: Record<string, string | string[]>,
  cookie = "",
): Request {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one)
  return new Request(ORIGIN + path, { method: "POST", body, headers: { cookie, origin: ORIGIN } })
}
