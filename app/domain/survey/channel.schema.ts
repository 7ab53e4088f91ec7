/** Reads what staff give when they open a channel. */
import { z } from "zod"
import { CHANNEL_CODE, MODES } from "./channel"
import { WordsSchema } from "../words.schema"

export const ChannelDraftSchema = z.object({
  code: z.string().trim().toLowerCase().regex(CHANNEL_CODE, "not-a-code"),
  mode: z.enum(MODES, "required"),
  label: WordsSchema,
})
