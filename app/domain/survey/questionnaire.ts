/** What a published questionnaire version contains: its items, their scales and options, and the words in every language. */
import type { z } from "zod"
import type { ItemOf } from "./kinds/kind"
import type { QuestionnaireSchema } from "./questionnaire.schema"

export type Item = ItemOf
export type Questionnaire = z.infer<typeof QuestionnaireSchema>

export const findItem = (content: Questionnaire, key: string): Item | null =>
  content.items.find((item) => item.key === key) ?? null

/**
 * The items a person must see first: the required ones and what hangs from them. The others can wait behind one tap.
 */
export function upFrontItems(content: Questionnaire): Item[] {
  const first = new Set<string>()
  for (const { key, required, followUp } of content.items)
    if (required || (followUp && first.has(followUp.item))) first.add(key)
  return content.items.filter(({ key }) => first.has(key))
}
