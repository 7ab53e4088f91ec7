/** The views and filters of the work queue, as they stand in the page's address. */
import { z } from "zod"

export const QUEUE_VIEWS = [
  "open",
  "overdue",
  "today",
  "week",
  "waiting",
  "new",
  "approval",
  "mine",
  "ended",
] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

const optionalId = z.guid().optional().catch(undefined)

/** Whatever is typed into the address, a queue comes out: what is not understood is left out. */
export const QueueFilter = z.object({
  view: z.enum(QUEUE_VIEWS).catch("open"),
  section: optionalId,
  officer: optionalId,
  category: optionalId,
  q: z.string().trim().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type QueueFilter = z.infer<typeof QueueFilter>

/** The address of a queue: only what differs from the plain one is written. */
export function queueQuery(filter: Partial<QueueFilter>): string {
  const query = new URLSearchParams()
  if (filter.view && filter.view !== "open") query.set("view", filter.view)
  if (filter.section) query.set("section", filter.section)
  if (filter.officer) query.set("officer", filter.officer)
  if (filter.category) query.set("category", filter.category)
  if (filter.q) query.set("q", filter.q)
  if (filter.page && filter.page > 1) query.set("page", String(filter.page))
  return query.size > 0 ? `?${query.toString()}` : ""
}
