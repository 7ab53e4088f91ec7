/** Reads the facts that a single state of a petition carries from its `detail` column. */
import { z } from "zod"
import { CalendarDateSchema } from "../deadline/calendar-date.schema"
import { DECLINE_GROUNDS, DISPOSITIONS, REMEDIES } from "../letter/statements"

/** §169: of a petition made by word of mouth. Times are ISO instants. */
export const OralRecordSchema = z.object({
  recordedById: z.string(),
  readBackAt: z.string().nullable(),
  signed: z.boolean(),
})

export const ReplyDraftSchema = z.object({
  kind: z.literal("reply"),
  disposition: z.enum(DISPOSITIONS),
  body: z.string(),
  /** Required by §171 I where the petition is not, or only partly, well founded. */
  reason: z.string(),
  legalBasis: z.string(),
  remedies: z.array(z.enum(REMEDIES)),
  draftedById: z.string(),
  draftedByName: z.string(),
})

export const ReplySchema = ReplyDraftSchema.omit({ kind: true }).extend({
  approvedById: z.string(),
  approvedByName: z.string(),
})

export const DeclineRequestSchema = z.object({
  kind: z.literal("decline"),
  ground: z.enum(DECLINE_GROUNDS),
  reason: z.string(),
  /** Numbers of earlier answered cases (ground 2). */
  earlier: z.array(z.string()),
  requestedById: z.string(),
  requestedByName: z.string(),
})

export const DeclineSchema = DeclineRequestSchema.omit({ kind: true }).extend({
  approvedById: z.string(),
  approvedByName: z.string(),
})

export const ExtensionRequestSchema = z.object({
  /** Working days asked for beyond the present due date. */
  workingDays: z.int().positive(),
  newDueOn: CalendarDateSchema,
  reason: z.string(),
  /** Past the statutory bound: approved as a special case or not at all. */
  isSpecial: z.boolean(),
  requestedById: z.string(),
  requestedByName: z.string(),
})

/** §171 II: what the petitioner was asked for. */
export const SupplementSchema = z.object({
  question: z.string(),
  requestedOn: CalendarDateSchema,
  answerBy: CalendarDateSchema,
  /** Whether the days until the answer are given back to the office. By default the clock keeps running. */
  stopsClock: z.boolean(),
  requestedById: z.string(),
})

export const TransferSchema = z.object({
  agency: z.string(),
  reason: z.string(),
  noticeOn: CalendarDateSchema,
})

const FiledDetail = z.object({
  respondentId: z.string().nullable().default(null),
  oralRecord: OralRecordSchema.nullable().default(null),
})

const WorkingDetail = FiledDetail.extend({
  extensionRequest: ExtensionRequestSchema.nullable().default(null),
  draft: ReplyDraftSchema.nullable().default(null),
  remark: z.string().nullable().default(null),
})

/** The `detail` column of each state. */
export const DETAIL = {
  pending_confirmation: FiledDetail,
  lapsed: FiledDetail,
  accepted: WorkingDetail,
  assigned: WorkingDetail,
  awaiting_supplement: WorkingDetail.extend({ supplement: SupplementSchema }),
  pending_approval: WorkingDetail.extend({
    approval: z.discriminatedUnion("kind", [ReplyDraftSchema, DeclineRequestSchema]),
  }),
  replied: FiledDetail.extend({ reply: ReplySchema }),
  closed: FiledDetail.extend({
    reply: ReplySchema.nullable(),
    remark: z.string().nullable().default(null),
  }),
  transferred: FiledDetail.extend({ transfer: TransferSchema }),
  merged: FiledDetail,
  not_processed: FiledDetail.extend({ decline: DeclineSchema }),
  withdrawn: FiledDetail.extend({ remark: z.string().nullable().default(null) }),
} as const
