/** What a seeded petition needs: its story, and an office with its people, topics and calendar. */
import { z } from "zod"
import { ROLES, type Staff } from "~/domain/access/permission"
import type { OfficeCalendar } from "~/domain/deadline/office-calendar"
import { NATURES } from "~/domain/petition/petition"
import { DISPOSITIONS, REMEDIES } from "~/domain/letter/statements"
import { officeCalendar } from "~/server/deadline/calendar.server"
import { db } from "~/server/tools/db.server"

export const Story = z.object({
  ...{ category: z.string(), nature: z.enum(NATURES), section: z.string(), locale: z.string() },
  ...{ subject: z.string(), content: z.string(), reply: z.string() },
  ...{ disposition: z.enum(DISPOSITIONS), reason: z.string(), legalBasis: z.string() },
  remedies: z.array(z.enum(REMEDIES)),
})
export type Story = z.infer<typeof Story>
/** An office with everything a story needs of it. */
export type SeedingOffice = {
  id: string
  staff: Staff[]
  sections: Map<string, string>
  categories: Map<string, string>
  calendar: OfficeCalendar
}

export async function readOffice(id: string): Promise<SeedingOffice> {
  const office = await db().office.findUniqueOrThrow({
    where: { id },
    select: {
      sections: { select: { id: true, name: true } },
      categories: { select: { id: true, key: true } },
      staff: {
        where: { isActive: true },
        orderBy: { username: "asc" },
        select: { id: true, name: true, role: true, officeId: true, sectionId: true },
      },
    },
  })
  return {
    id,
    calendar: await officeCalendar(id),
    sections: new Map(office.sections.map((section) => [section.name, section.id])),
    categories: new Map(office.categories.map((category) => [category.key, category.id])),
    staff: office.staff.map((person) => ({ ...person, role: z.enum(ROLES).parse(person.role) })),
  }
}

/** The person of that role, in that section where there is one. */
export function personOf(office: SeedingOffice, role: Staff["role"], section?: string): Staff {
  const sectionId = section ? office.sections.get(section) : undefined
  const ofRole = office.staff.filter((person) => person.role === role)
  const person = ofRole.find((one) => one.sectionId === sectionId) ?? ofRole[0]
  if (!person) throw new Error(`${office.id} has nobody who is ${role}`)
  return person
}

/** Who handles a section's cases: its officer, or its chief where it has none. */
export function handlerOf(office: SeedingOffice, section: string): Staff {
  const nearby = office.staff.filter(({ sectionId }) => sectionId === office.sections.get(section))
  const officer = nearby.find(({ role }) => role === "case_officer")
  return (
    officer ??
    nearby.find(({ role }) => role === "section_chief") ??
    personOf(office, "case_officer")
  )
}

/** Seeds only do what is allowed; a refusal is a mistake in the seeds. */
export function granted<Value>(
  outcome: { ok: true; value: Value } | { ok: false; problems: { code: string }[] },
): Value {
  if (!outcome.ok) throw new Error(`The seed was refused: ${JSON.stringify(outcome.problems)}`)
  return outcome.value
}
