/** Reads a questionnaire version: as it is published, and as the database keeps it. */
import { z } from "zod"
import { type Item, optionKeys } from "./questionnaire"

/** Keys become field names, column values and CSS: nothing but plain letters, digits and underscores. */
const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "not-a-key")
const OptionKey = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, "not-a-key")
const text = (limit: number) => z.string().trim().min(1, "required").max(limit, "too-long")

export const WordsSchema = z.strictObject({
  "zh-TW": text(500),
  en: text(500).optional(),
  vi: text(500).optional(),
  id: text(500).optional(),
})

const ScaleSchema = z.strictObject({
  "5": WordsSchema,
  "4": WordsSchema,
  "3": WordsSchema,
  "2": WordsSchema,
  "1": WordsSchema,
})

export const OptionSchema = z.strictObject({ key: OptionKey, words: WordsSchema })

const shared = {
  key: Key,
  words: WordsSchema,
  hint: WordsSchema.optional(),
  /** What tables and charts call the item. */
  shortName: WordsSchema,
  required: z.boolean().default(false),
  /** Asked only when an earlier item was answered with one of these options. */
  followUp: z.strictObject({ item: Key, when: z.array(OptionKey).min(1, "required") }).optional(),
  /** 基本資料: splits the others into groups, is never required. */
  segment: z.boolean().default(false),
}

export const ItemSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...shared,
    kind: z.literal("scale"),
    scale: Key,
    /** The words of 不適用; without them the item applies to everybody. */
    notApplicable: WordsSchema.optional(),
  }),
  z.strictObject({ ...shared, kind: z.literal("choice"), options: z.array(OptionSchema).min(2) }),
  z.strictObject({
    ...shared,
    kind: z.literal("multiple"),
    options: z.array(OptionSchema).min(2),
    atMost: z.number().int().min(1).optional(),
  }),
  /** `limit` counts characters (code points), not bytes. */
  z.strictObject({ ...shared, kind: z.literal("text"), limit: z.number().int().min(1).max(4000) }),
])

export const QuestionnaireSchema = z
  .strictObject({
    title: WordsSchema,
    introduction: WordsSchema,
    scales: z.record(Key, ScaleSchema),
    items: z.array(ItemSchema).min(1, "required").max(60, "too-long"),
  })
  .superRefine((content, context) => {
    for (const flaw of flawsOf(content)) context.addIssue({ code: "custom", ...flaw })
  })

type Flaw = { message: string; path: (string | number)[] }

/** What each item alone cannot know: twice the same key, a follow-up of nothing, a required 基本資料. */
function flawsOf(content: { scales: Record<string, unknown>; items: Item[] }): Flaw[] {
  return content.items.flatMap((item, index) => {
    const earlier = content.items.slice(0, index)
    const flaw = (message: string, ...path: string[]) => [
      { message, path: ["items", index, ...path] },
    ]
    const keys = optionKeys(item)
    return [
      ...(earlier.some(({ key }) => key === item.key) ? flaw("key-twice", "key") : []),
      ...(new Set(keys).size < keys.length ? flaw("option-twice", "options") : []),
      ...(item.kind === "scale" && !Object.hasOwn(content.scales, item.scale)
        ? flaw("unknown-scale", "scale")
        : []),
      ...(item.segment && (item.required || item.kind !== "choice")
        ? flaw("segment-is-free", "segment")
        : []),
      ...(followUpIsSound(item, earlier) ? [] : flaw("unknown-follow-up", "followUp")),
    ]
  })
}

function followUpIsSound(item: Item, earlier: Item[]): boolean {
  const { followUp } = item
  if (!followUp) return true
  const parent = earlier.find(({ key }) => key === followUp.item)
  return (
    parent !== undefined && followUp.when.every((option) => optionKeys(parent).includes(option))
  )
}
