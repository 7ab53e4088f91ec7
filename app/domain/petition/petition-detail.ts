/** The facts that a single state of a petition carries, as they are kept in its `detail` column (petition-detail.schema.ts says what each holds). */
import type { z } from "zod"
import type * as schemas from "./petition-detail.schema"

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** §169: of a petition made by word of mouth. */
export type OralRecord = z.infer<typeof schemas.OralRecordSchema>
export type ReplyDraft = z.infer<typeof schemas.ReplyDraftSchema>
export type Reply = z.infer<typeof schemas.ReplySchema>
export type DeclineRequest = z.infer<typeof schemas.DeclineRequestSchema>
export type Decline = z.infer<typeof schemas.DeclineSchema>
export type ExtensionRequest = z.infer<typeof schemas.ExtensionRequestSchema>
/** §171 II: what the petitioner was asked for. */
export type Supplement = z.infer<typeof schemas.SupplementSchema>
export type Transfer = z.infer<typeof schemas.TransferSchema>
