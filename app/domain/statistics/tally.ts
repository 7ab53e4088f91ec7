/**
 * Answers: what does one response add to the counts?
 * Assumes answers that the questionnaire version allows; items it does not know are left out.
 * Every response counts once as ANY of ANY; a multiple choice counts each ticked option once and itself once as ANY
 * (the base of its shares); a free text counts as "answered", its words are never tallied.
 * Source: this house; the tests hold a worked example.
 * Example: { age: "30s", reasons: ["time", "way"] } → the response itself, age/30s, reasons/ANY, reasons/time, reasons/way.
 */
import { ANY } from "./response-filter"

export type Tick = { item: string; option: string }

/** How the answers to an item are added up: what one answer ticks, and whether that is crossed with 基本資料. */
export type Counting = { ticks: (given: string[]) => string[]; isCrossed: boolean }
export type CountedItem = Counting & { isSegment: boolean }
/** The items of a version that are counted, by their keys. */
export type TallyPlan = ReadonlyMap<string, CountedItem>

/** Everything the response adds to ItemTally, the response itself first. */
export function ticksOf(plan: TallyPlan, answers: Readonly<Record<string, unknown>>): Tick[] {
  const ticks: Tick[] = [{ item: ANY, option: ANY }]
  for (const [item, answer] of Object.entries(answers)) {
    for (const option of optionsOf(plan.get(item), answer)) ticks.push({ item, option })
  }
  return ticks
}

function optionsOf(item: CountedItem | undefined, answer: unknown): string[] {
  const given = (Array.isArray(answer) ? answer : [answer]).filter(
    (one): one is string => typeof one === "string" && one.trim() !== "",
  )
  return item && given.length > 0 ? item.ticks(given) : []
}

/** Of these ticks, those that place the respondent in a group (基本資料). */
export function segmentTicksOf(plan: TallyPlan, ticks: readonly Tick[]): Tick[] {
  return ticks.filter(({ item }) => plan.get(item)?.isSegment === true)
}

/** Whether a tick is crossed with a segment: not with itself, and nothing that its kind keeps apart. */
export function isCrossed(plan: TallyPlan, segment: Tick, tick: Tick): boolean {
  return tick.item !== segment.item && plan.get(tick.item)?.isCrossed !== false
}
