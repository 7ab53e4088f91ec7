/** Reads which responses a number speaks of. */
import { z } from "zod"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"

const keys = z.array(z.string().min(1).max(100)).max(200).optional()

export const ResponseFilterSchema = z.strictObject({
  officeIds: keys,
  questionnaireId: z.uuid().optional(),
  versionIds: z.array(z.uuid()).max(200).optional(),
  channelIds: z.array(z.uuid()).max(200).optional(),
  modes: keys,
  from: CalendarDateSchema.optional(),
  to: CalendarDateSchema.optional(),
  /** Only those who gave this answer to a 基本資料 item. */
  segment: z.strictObject({ item: z.string().min(1), option: z.string().min(1) }).optional(),
})
