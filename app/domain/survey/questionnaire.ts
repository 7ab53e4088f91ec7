/** What a published questionnaire version contains: its items, their scales and options, and the words in every language. */
import { z } from "zod"

export const LANGUAGES = ["zh-TW", "en", "vi", "id"] as const
export type Language = (typeof LANGUAGES)[number]

/** Keys become field names, column values and CSS: nothing but plain letters, digits and underscores. */
const Key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "not-a-key")
const OptionKey = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/, "not-a-key")
const text = (limit: number) => z.string().trim().min(1, "required").max(limit, "too-long")

/** zh-TW is always there; a missing translation falls back to it. */
export const WordsSchema = z.strictObject({
  "zh-TW": text(500),
  en: text(500).optional(),
  vi: text(500).optional(),
  id: text(500).optional(),
})
export type Words = z.infer<typeof WordsSchema>

/** The points of a scale, from the best to the worst: the order is fixed, so that a series stays comparable. */
export const SCALE_POINTS = ["5", "4", "3", "2", "1"] as const
export type ScalePoint = (typeof SCALE_POINTS)[number]
/** The points that count as satisfied: 非常滿意 and 滿意. */
export const SATISFIED: readonly string[] = ["5", "4"]
/** The answer "does not apply": kept, shown, and left out of every base. */
export const NOT_APPLICABLE = "na"

const ScaleSchema = z.strictObject({
  "5": WordsSchema,
  "4": WordsSchema,
  "3": WordsSchema,
  "2": WordsSchema,
  "1": WordsSchema,
})

const OptionSchema = z.strictObject({ key: OptionKey, words: WordsSchema })
export type ItemOption = z.infer<typeof OptionSchema>

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
export type Item = z.infer<typeof ItemSchema>

export const QuestionnaireSchema = z
  .strictObject({
    title: WordsSchema,
    /** What the page asks in large letters; without it, the title. */
    headline: WordsSchema.optional(),
    introduction: WordsSchema,
    scales: z.record(Key, ScaleSchema),
    items: z.array(ItemSchema).min(1, "required").max(60, "too-long"),
  })
  .superRefine((content, context) => {
    for (const flaw of flawsOf(content)) context.addIssue({ code: "custom", ...flaw })
  })
export type Questionnaire = z.infer<typeof QuestionnaireSchema>

/** The options a citizen can tick, best first; empty for a text. */
export function optionKeys(item: Item): string[] {
  if (item.kind === "text") return []
  if (item.kind === "scale") {
    return item.notApplicable ? [...SCALE_POINTS, NOT_APPLICABLE] : [...SCALE_POINTS]
  }
  return item.options.map((option) => option.key)
}

/** What an option of an item is called; its key when the questionnaire does not know it. */
export function optionWords(content: Questionnaire, item: Item, option: string): Words {
  const unknown = { "zh-TW": option }
  if (item.kind === "text") return unknown
  if (item.kind !== "scale") return item.options.find(({ key }) => key === option)?.words ?? unknown
  if (option === NOT_APPLICABLE) return item.notApplicable ?? unknown
  const point = SCALE_POINTS.find((candidate) => candidate === option)
  return (point && content.scales[item.scale]?.[point]) || unknown
}

/** The words in a language, or the Chinese ones where the translation is missing. */
export const wordsIn = (words: Words, language: Language): string =>
  words[language] ?? words["zh-TW"]

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
