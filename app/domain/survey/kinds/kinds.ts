/** The kinds of questions, and what can be asked of an item of any kind. Nobody else looks at `item.kind`. */
import type { CountedItem, TallyPlan } from "../../statistics/tally"
import type { Words } from "../../words"
import { choice } from "./choice"
import type { ItemOf, Kind, KindModule, KindResult, OptionCounts, Reading, Scales } from "./kind"
import { multiple } from "./multiple"
import { scale } from "./scale"
import { text } from "./text"

export const KINDS: { [K in Kind]: KindModule<ItemOf<K>> } = { scale, choice, multiple, text }

const kindOf = <K extends Kind>(item: ItemOf<K>): KindModule<ItemOf<K>> => KINDS[item.kind]

/** The options a citizen can tick, best first; empty where there is nothing to tick. */
export const optionKeys = (item: ItemOf): string[] => kindOf(item).optionKeys(item)

/** What an option of an item is called; its key when the questionnaire does not know it. */
export const optionWords = ({ scales }: { scales: Scales }, item: ItemOf, option: string): Words =>
  kindOf(item).optionWords(item, option, scales) ?? { "zh-TW": option }

/** What a form's values for an item mean. */
export const readAnswer = (item: ItemOf, values: string[]): Reading =>
  kindOf(item).readAnswer(item, values)

/** What the counts of an item say; null where answers are read one by one and have no shares. */
export const resultOf = (
  item: ItemOf,
  counts: OptionCounts,
  responses: number,
): KindResult | null => kindOf(item).result(item, counts, responses)

/** What two versions must have in common for one line of satisfaction; null where there is no such line. */
export const lineWordingOf = ({ scales }: { scales: Scales }, item: ItemOf): string | null =>
  kindOf(item).lineWording(item, scales)

/** Whether people answer in their own words, which are shown masked and never counted. */
export const isOwnWords = (item: ItemOf): boolean => kindOf(item).isOwnWords

/** What is wrong with an item in its questionnaire that its schema cannot know alone. */
export function flawsOf(item: ItemOf, scales: Readonly<Record<string, unknown>>) {
  const mayStandThere = !item.segment || (KINDS[item.kind].maySegment && !item.required)
  const misplaced = mayStandThere ? [] : [{ message: "segment-is-free", field: "segment" }]
  return [...kindOf(item).flaws(item, scales), ...misplaced]
}

/** How the items of a version are counted; only what counting needs of them, so that an old content still counts. */
export function tallyPlanOf(
  items: readonly { key: string; kind: Kind; segment?: boolean | undefined }[],
): TallyPlan {
  return new Map(
    items.map(({ key, kind, segment }) => {
      const { counting, maySegment } = KINDS[kind]
      const item: CountedItem = { ...counting, isSegment: segment === true && maySegment }
      return [key, item]
    }),
  )
}
