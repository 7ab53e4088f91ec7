/** Reads a questionnaire version: as it is published, and as the database keeps it. */
import { z } from "zod"
import { KeySchema } from "./kinds/every-item.schema"
import { ItemSchema } from "./kinds/item.schema"
import type { ItemOf } from "./kinds/kind"
import { flawsOf, optionKeys } from "./kinds/kinds"
import { ScaleSchema } from "./kinds/scale.schema"
import { WordsSchema } from "../words.schema"

export const QuestionnaireSchema = z
  .strictObject({
    title: WordsSchema,
    /** What the page asks in large letters; without it, the title. */
    headline: WordsSchema.optional(),
    introduction: WordsSchema,
    scales: z.record(KeySchema, ScaleSchema),
    items: z.array(ItemSchema).min(1, "required").max(60, "too-long"),
  })
  .superRefine((content, context) => {
    for (const flaw of flawsIn(content)) context.addIssue({ code: "custom", ...flaw })
  })

type Content = { scales: Record<string, unknown>; items: ItemOf[] }
type Flaw = { message: string; path: (string | number)[] }

/** What each item alone cannot know: twice the same key, a follow-up of nothing, a required 基本資料. */
function flawsIn({ items, scales }: Content): Flaw[] {
  return items.flatMap((item, index) => {
    const earlier = items.slice(0, index)
    const keys = optionKeys(item)
    const found = [
      ...(earlier.some(({ key }) => key === item.key) ? [flaw("key-twice", "key")] : []),
      ...(new Set(keys).size < keys.length ? [flaw("option-twice", "options")] : []),
      ...flawsOf(item, scales),
      ...(followUpIsSound(item, earlier) ? [] : [flaw("unknown-follow-up", "followUp")]),
    ]
    return found.map(({ message, field }) => ({ message, path: ["items", index, field] }))
  })
}

const flaw = (message: string, field: string) => ({ message, field })

function followUpIsSound({ followUp }: ItemOf, earlier: ItemOf[]): boolean {
  if (!followUp) return true
  const parent = earlier.find(({ key }) => key === followUp.item)
  return (
    parent !== undefined && followUp.when.every((option) => optionKeys(parent).includes(option))
  )
}
