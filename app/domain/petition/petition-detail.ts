/** The facts that a single state of a petition carries, as they are kept in its `detail` column. */
import { z } from "zod"
import { CalendarDateSchema } from "../deadline/calendar-date"

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export const DISPOSITIONS = ["well_founded", "partly", "not_well_founded"] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** §172 II: where else the petitioner may turn. */
export const REMEDIES = ["administrative_appeal", "litigation", "state_compensation"] as const
export type Remedy = (typeof REMEDIES)[number]

/** The only three grounds of §173 for not processing a petition. */
export const DECLINE_GROUNDS = [
  "no_content_or_identity",
  "answered_repeatedly",
  "not_competent_multiple",
] as const
export type DeclineGround = (typeof DECLINE_GROUNDS)[number]

/** §169: of a petition made by word of mouth. Times are ISO instants. */
export const OralRecord = z.object({
  recordedById: z.string(),
  readBackAt: z.string().nullable(),
  signed: z.boolean(),
})
export type OralRecord = z.infer<typeof OralRecord>

export const ReplyDraft = z.object({
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
export type ReplyDraft = z.infer<typeof ReplyDraft>

export const Reply = ReplyDraft.omit({ kind: true }).extend({
  approvedById: z.string(),
  approvedByName: z.string(),
})
export type Reply = z.infer<typeof Reply>

export const DeclineRequest = z.object({
  kind: z.literal("decline"),
  ground: z.enum(DECLINE_GROUNDS),
  reason: z.string(),
  /** Numbers of earlier answered cases (ground 2). */
  earlier: z.array(z.string()),
  requestedById: z.string(),
  requestedByName: z.string(),
})
export type DeclineRequest = z.infer<typeof DeclineRequest>

export const Decline = DeclineRequest.omit({ kind: true }).extend({
  approvedById: z.string(),
  approvedByName: z.string(),
})
export type Decline = z.infer<typeof Decline>

export const ExtensionRequest = z.object({
  /** Working days asked for beyond the present due date. */
  workingDays: z.int().positive(),
  newDueOn: CalendarDateSchema,
  reason: z.string(),
  /** Past the statutory bound: approved as a special case or not at all. */
  isSpecial: z.boolean(),
  requestedById: z.string(),
  requestedByName: z.string(),
})
export type ExtensionRequest = z.infer<typeof ExtensionRequest>

/** §171 II: what the petitioner was asked for. */
export const Supplement = z.object({
  question: z.string(),
  requestedOn: CalendarDateSchema,
  answerBy: CalendarDateSchema,
  /** Whether the days until the answer are given back to the office. By default the clock keeps running. */
  stopsClock: z.boolean(),
  requestedById: z.string(),
})
export type Supplement = z.infer<typeof Supplement>

export const Transfer = z.object({
  agency: z.string(),
  reason: z.string(),
  noticeOn: CalendarDateSchema,
})
export type Transfer = z.infer<typeof Transfer>

const FiledDetail = z.object({
  respondentId: z.string().nullable().default(null),
  oralRecord: OralRecord.nullable().default(null),
})

const WorkingDetail = FiledDetail.extend({
  extensionRequest: ExtensionRequest.nullable().default(null),
  draft: ReplyDraft.nullable().default(null),
  remark: z.string().nullable().default(null),
})

/** The `detail` column of each state. */
export const DETAIL = {
  pending_confirmation: FiledDetail,
  lapsed: FiledDetail,
  accepted: WorkingDetail,
  assigned: WorkingDetail,
  awaiting_supplement: WorkingDetail.extend({ supplement: Supplement }),
  pending_approval: WorkingDetail.extend({
    approval: z.discriminatedUnion("kind", [ReplyDraft, DeclineRequest]),
  }),
  replied: FiledDetail.extend({ reply: Reply }),
  closed: FiledDetail.extend({
    reply: Reply.nullable(),
    remark: z.string().nullable().default(null),
  }),
  transferred: FiledDetail.extend({ transfer: Transfer }),
  merged: FiledDetail,
  not_processed: FiledDetail.extend({ decline: Decline }),
  withdrawn: FiledDetail.extend({ remark: z.string().nullable().default(null) }),
} as const
