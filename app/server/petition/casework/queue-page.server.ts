/** A page of the queue ready to be shown: the days left are counted here, so that every line says the same. */
import type { Staff } from "~/domain/access/permission"
import { workingDaysLeft } from "~/domain/deadline/time-left"
import { isOpenStatus } from "~/domain/petition/petition"
import type { QueueFilter } from "~/domain/petition/casework/queue.schema"
import { officeCalendar } from "../../deadline/calendar.server"
import { today } from "../../tools/clock.server"
import { countWork, listQueue, QUEUE_PAGE } from "./queue.server"

export async function readQueuePage(staff: Staff, filter: QueueFilter) {
  const day = today()
  const [{ rows, total }, counts, calendar] = await Promise.all([
    listQueue(staff, filter, day),
    countWork(staff, day, filter),
    officeCalendar(staff.officeId),
  ])
  const lines = rows.map(({ category, lastKind, lastAt, ...row }) => ({
    ...row,
    category: category["zh-TW"] ?? "",
    last: { kind: lastKind, at: lastAt.toISOString() },
    daysLeft: isOpenStatus(row.status) ? workingDaysLeft(row.dueOn, day, calendar) : undefined,
  }))
  return { lines, total, counts, pages: Math.max(1, Math.ceil(total / QUEUE_PAGE)) }
}
