/** What a kind of question is: everything that differs from one kind to another, and nothing else. */
import type { z } from "zod"
import type { Problem } from "../../outcome"
import type { Counting } from "../../statistics/tally"
import type { Words } from "../../words"
import type { ItemSchema } from "./item.schema"
import type { ScaleSchema } from "./scale.schema"

type AnyItem = z.infer<typeof ItemSchema>
export type Kind = AnyItem["kind"]
/** The items of one kind; of every kind when none is named. */
export type ItemOf<K extends Kind = Kind> = { [P in K]: Extract<AnyItem, { kind: P }> }[K]

/** The scales of the questionnaire that an item stands in. */
export type Scales = Record<string, z.infer<typeof ScaleSchema>>

export type AnswerProblem =
  | "answer-required"
  | "answer-unknown"
  | "answer-one"
  | "answer-too-many"
  | "answer-too-long"
  | "answer-nothing"

/** What a form's values mean: an answer, a problem, or neither when nothing was answered. */
export type Reading = { answer?: string | string[]; problem?: Problem<AnswerProblem> }

/** How often each option was chosen. */
export type OptionCounts = Readonly<Record<string, number>>

/** What the counts of an item say, before anybody judges whether so few may be shown. */
export type KindResult = {
  /** How many answers the shares are of. */
  n: number
  notApplicable: number
  /** The options with a share, in the order of the questionnaire. */
  options: string[]
  /** How many of n are satisfied; null where an answer is no level of satisfaction. */
  satisfied: number | null
}

export type KindModule<Item> = {
  /** The options a citizen can tick, best first; empty where there is nothing to tick. */
  optionKeys(item: Item): string[]
  /** What an option is called; undefined when the item does not know it. */
  optionWords(item: Item, option: string, scales: Scales): Words | undefined
  /** Nothing in `values` is trusted. */
  readAnswer(item: Item, values: string[]): Reading
  /** How its answers are added up in the tallies. */
  counting: Counting
  /** Null where answers are read one by one and have no shares. */
  result(item: Item, counts: OptionCounts, responses: number): KindResult | null
  /** What two versions must have in common for one line of satisfaction; null where there is no such line. */
  lineWording(item: Item, scales: Scales): string | null
  /** Whether it may be 基本資料. */
  maySegment: boolean
  /** Whether people answer in their own words, which are shown masked and never counted. */
  isOwnWords: boolean
  /** What its schema cannot know alone: the code of the flaw and the field it stands at. */
  flaws(item: Item, scales: Readonly<Record<string, unknown>>): { message: string; field: string }[]
}
