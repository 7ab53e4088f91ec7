/** The views and filters of the work queue, as they stand in the page's address. */
import type { QueueFilter } from "./queue.schema"

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
