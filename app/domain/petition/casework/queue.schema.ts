/** The queue's filter as it is read from the page's address. */
import { z } from "zod"
import { QUEUE_VIEWS } from "./queue"

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
