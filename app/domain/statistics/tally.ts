/**
 * Answers: what does one response add to the counts?
 * Assumes answers that the questionnaire version allows; items it does not know are left out.
 * Every response counts once as ANY of ANY; a multiple choice counts each ticked option once and itself once as ANY
 * (the base of its shares); a free text counts as "answered", its words are never tallied.
 * Source: this house; the tests hold a worked example.
 * Example: { age: "30s", reasons: ["time", "way"] } → the response itself, age/30s, reasons/ANY, reasons/time, reasons/way.
 */
import { ANY, TEXT_ANSWERED } from "./response-filter"

export type Tick = { item: string; option: string }

type CountedItem = { kind: "single" | "multiple" | "text"; isSegment: boolean }
export type TallyPlan = ReadonlyMap<string, CountedItem>

/** How the items of a version are counted. */
export function tallyPlanOf(
  items: readonly { key: string; kind: string; segment?: boolean | undefined }[],
): TallyPlan {
  return new Map(
    items.map(({ key, kind, segment }) => {
      const counted = kind === "multiple" || kind === "text" ? kind : "single"
      return [key, { kind: counted, isSegment: segment === true && counted === "single" }]
    }),
  )
}

/** Everything the response adds to ItemTally, the response itself first. */
export function ticksOf(plan: TallyPlan, answers: Readonly<Record<string, unknown>>): Tick[] {
  const ticks: Tick[] = [{ item: ANY, option: ANY }]
  for (const [item, answer] of Object.entries(answers)) {
    const kind = plan.get(item)?.kind
    if (kind === undefined) continue
    for (const option of optionsOf(kind, answer)) ticks.push({ item, option })
  }
  return ticks
}

function optionsOf(kind: CountedItem["kind"], answer: unknown): string[] {
  const given = (Array.isArray(answer) ? answer : [answer]).filter(
    (one): one is string => typeof one === "string" && one.trim() !== "",
  )
  if (given.length === 0) return []
  if (kind === "text") return [TEXT_ANSWERED]
  return kind === "multiple" ? [ANY, ...new Set(given)] : given.slice(0, 1)
}

/** Of these ticks, those that place the respondent in a group (基本資料). */
export function segmentTicksOf(plan: TallyPlan, ticks: readonly Tick[]): Tick[] {
  return ticks.filter(({ item }) => plan.get(item)?.isSegment === true)
}

/** Whether a tick is crossed with a segment: not with itself, and never a free text. */
export function isCrossed(plan: TallyPlan, segment: Tick, tick: Tick): boolean {
  return tick.item !== segment.item && plan.get(tick.item)?.kind !== "text"
}
