/** The work of an office: the queue of petitions and the numbers of the first screen, read by one set of conditions. */
import { Prisma } from "#prisma/client/client"
import { mayDo, type Permission, type Staff } from "~/domain/access/permission"
import { caseReachOf, type Reach, sightOf } from "~/domain/access/reach"
import { addDays, type CalendarDate, weekday } from "~/domain/deadline/calendar-date"
import { CalendarDateSchema } from "~/domain/deadline/calendar-date.schema"
import { type QueueFilter, QUEUE_VIEWS, type QueueView } from "~/domain/petition/casework/queue"
import { QueueFilterSchema } from "~/domain/petition/casework/queue.schema"
import { OPEN_STATES, type Status } from "~/domain/petition/petition"
import { db } from "../../tools/db.server"

export type QueueRow = {
  number: string
  subject: string
  status: Status
  dueOn: CalendarDate
  category: Record<string, string>
  section: string | null
  officer: string | null
  confidential: boolean
  lastKind: string
  lastAt: Date
}

export const QUEUE_PAGE = 50

/** One page of the queue, the most urgent first, and how many there are in all. */
export async function listQueue(
  by: Staff,
  filter: QueueFilter,
  today: CalendarDate,
): Promise<{ rows: QueueRow[]; total: number }> {
  const found = await db().$queryRaw<(Omit<QueueRow, "dueOn"> & { dueOn: Date; total: bigint })[]>`
    SELECT p.number, p.subject, p.status, p."dueOn", p.confidential, c.label AS category,
      s.name AS section, o.name AS officer, e.kind AS "lastKind", e.at AS "lastAt",
      count(*) OVER () AS total
    FROM "Petition" p
    JOIN "PetitionCategory" c ON c.id = p."categoryId"
    LEFT JOIN "Section" s ON s.id = p."sectionId"
    LEFT JOIN "Staff" o ON o.id = p."officerId"
    JOIN LATERAL (
      SELECT kind, at FROM "Event" WHERE topic = 'petition' AND "subjectId" = p.id::text ORDER BY id DESC LIMIT 1
    ) e ON true
    WHERE ${visibleTo(by)} AND ${inView(filter.view, by, today)} AND ${narrowed(filter)}
    ORDER BY ${filter.view === "ended" ? Prisma.sql`p."filedAt" DESC` : Prisma.sql`p."dueOn", p.number`}
    LIMIT ${QUEUE_PAGE} OFFSET ${(filter.page - 1) * QUEUE_PAGE}`
  const total = Number(found[0]?.total ?? 0)
  const rows = found.map(({ total: _, ...row }) => ({ ...row, dueOn: dayOf(row.dueOn) }))
  return { rows, total }
}

/** How many cases each view holds for this person under the same filters, in one query. */
export async function countWork(
  by: Staff,
  today: CalendarDate,
  filter: QueueFilter = QueueFilterSchema.parse({}),
): Promise<Record<QueueView, number>> {
  const counts = QUEUE_VIEWS.map(
    (view) =>
      Prisma.sql`count(*) FILTER (WHERE ${inView(view, by, today)})::int AS ${Prisma.raw(`"${view}"`)}`,
  )
  const [row] = await db().$queryRaw<Record<QueueView, number>[]>`
    SELECT ${Prisma.join(counts)} FROM "Petition" p
    WHERE ${visibleTo(by)} AND ${narrowed(filter)}`
  if (!row) throw new Error("A count without a row.")
  return row
}

const open = Prisma.sql`p.status IN (${Prisma.join([...OPEN_STATES])})`
const dayOf = (midnight: Date): CalendarDate =>
  CalendarDateSchema.parse(midnight.toISOString().slice(0, 10))

/** Who sees which cases, as a condition: domain/access/reach in SQL. A test compares the two for every role. */
function visibleTo(by: Staff): Prisma.Sql {
  const sight = sightOf(by)
  const notAboutMe = Prisma.sql`p.detail->>'respondentId' IS DISTINCT FROM ${by.id}`
  return Prisma.sql`p."officeId" = ${by.officeId} AND p.number IS NOT NULL AND (
    (NOT p.confidential AND ${within(sight.plain, by)})
    OR (p.confidential AND ${notAboutMe} AND ${within(sight.confidential, by)}))`
}

function within(reach: Reach, by: Staff): Prisma.Sql {
  const own = Prisma.sql`p."officerId" = ${by.id}::uuid`
  switch (reach) {
    case "none":
      return Prisma.sql`false`
    case "own":
      return own
    case "section":
      return Prisma.sql`(${own} OR p."sectionId" = ${by.sectionId}::uuid OR (p."sectionId" IS NULL AND NOT p.confidential))`
    case "office":
      return Prisma.sql`true`
  }
}

function inView(view: QueueView, by: Staff, today: CalendarDate): Prisma.Sql {
  const due = (comparison: string, day: CalendarDate) =>
    Prisma.sql`(${open} AND p."dueOn" ${Prisma.raw(comparison)} ${day}::date)`
  switch (view) {
    case "open":
      return open
    case "overdue":
      return due("<", today)
    case "today":
      return due("=", today)
    case "week":
      return Prisma.sql`(${due(">", today)} AND ${due("<=", sundayOf(today))})`
    case "waiting":
      return Prisma.sql`p.status = 'awaiting_supplement'`
    case "new":
      return Prisma.sql`p.status = 'accepted'`
    case "approval":
      return waitingForApprovalBy(by)
    case "mine":
      return Prisma.sql`(${open} AND p."officerId" = ${by.id}::uuid)`
    case "ended":
      return Prisma.sql`NOT ${open}`
  }
}

const sundayOf = (today: CalendarDate): CalendarDate => addDays(today, (7 - weekday(today)) % 7)

/** domain/petition/casework/actions: approval, decline-approval and extension-approval, as one condition. */
function waitingForApprovalBy(by: Staff): Prisma.Sql {
  const may = (permission: Permission) => mayDo(by.role, permission)
  const pending = Prisma.sql`p.status = 'pending_approval' AND p.detail->'approval'`
  const notMine = (path: string, person: string) =>
    Prisma.sql`p.detail->${path}->>${person} IS DISTINCT FROM ${by.id}`
  const extension = Prisma.sql`${open} AND p.status <> 'accepted' AND p.detail->'extensionRequest'`
  return Prisma.sql`(${within(caseReachOf(by), by)} AND p.detail->>'respondentId' IS DISTINCT FROM ${by.id} AND (
    (${may("petition.approve-reply")} AND ${pending}->>'kind' = 'reply' AND ${notMine("approval", "draftedById")})
    OR (${may("petition.decline")} AND ${pending}->>'kind' = 'decline' AND ${notMine("approval", "requestedById")})
    OR (${may("petition.approve-extension")} AND ${extension}->>'requestedById' IS NOT NULL AND ${notMine("extensionRequest", "requestedById")}
      AND (${may("petition.approve-special-extension")} OR p.detail->'extensionRequest'->>'isSpecial' = 'false'))
  ))`
}

function narrowed(filter: QueueFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (filter.section) conditions.push(Prisma.sql`p."sectionId" = ${filter.section}::uuid`)
  if (filter.officer) conditions.push(Prisma.sql`p."officerId" = ${filter.officer}::uuid`)
  if (filter.category) conditions.push(Prisma.sql`p."categoryId" = ${filter.category}::uuid`)
  if (filter.q) {
    const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`
    conditions.push(
      Prisma.sql`(p.number ILIKE ${like} OR p.subject ILIKE ${like} OR p.content ILIKE ${like})`,
    )
  }
  return Prisma.join(conditions, " AND ")
}
