/** What a published questionnaire version contains: its items, their scales and options, and the words in every language. */
import type { z } from "zod"
import type { ItemOf } from "./kinds/kind"
import type { QuestionnaireSchema } from "./questionnaire.schema"

export type Item = ItemOf
export type Questionnaire = z.infer<typeof QuestionnaireSchema>

export const findItem = (content: Questionnaire, key: string): Item | null =>
  content.items.find((item) => item.key === key) ?? null
