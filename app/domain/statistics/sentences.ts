/**
 * Answers: what may a person read aloud about this result?
 * The sentence is chosen by the result, not by its author: a change is called one only when its 95 % interval leaves out 0;
 * under 5 answers nothing is said, under 30 a warning is; what chose itself is never called a sample.
 * Source: ui.md "Reports". The words are in locales/{zh-TW,en}/statistics.json under "sentences".
 * Example: 282 of 300 before, 260 of 300 after → "fell", 7.3 points; 282 and 280 → "unchanged" and what could be seen.
 */
import { accept, type Outcome } from "../outcome"
import { type Ranked } from "./importance-performance"
import { checkCounted, type Counted, type Interval } from "./interval"
import type { TimeQuantile } from "./kaplan-meier"
import { type Difference, type ProportionProblem, proportionOf } from "./proportion"
import { type Sample, samplingError, isProbabilitySample } from "./sample"
import type { Sentence, SentenceKey } from "./sentence"
import { SMALLEST_SHOWN } from "./suppression"
import type { OnTime } from "./time-to-answer"
import type { TopicChange } from "./topics"
import type { ItemChange } from "./trend-report"

export const SMALL_SAMPLE = 30

const say = (key: SentenceKey, params: Sentence["params"] = {}): Sentence => ({ key, params })
/** "93.4" for .934; points likewise. */
const percent = (share: number): string => (Math.abs(share) * 100).toFixed(1)
/** 1183 as "1,183". */
const whole = (n: number): string => n.toLocaleString("en-US")
const bounds = ({ low, high }: Interval) => ({ low: percent(low), high: percent(high) })

/** One share: what it is, of how many, how sure. */
export function shareSentences(
  about: string,
  counted: Counted,
  sample: Sample,
): Outcome<Sentence[], ProportionProblem> {
  if (counted.count === 0 && counted.n === 0) return accept([say("no-answers", { about })])
  const checked = checkCounted(counted)
  if (!checked.ok) return checked
  if (counted.n < SMALLEST_SHOWN) return accept([say("too-few", { about, fewest: SMALLEST_SHOWN })])
  const share = proportionOf(counted)
  if (!share.ok) return share
  const { value, interval, n } = share.value
  return accept([
    say("share", { about, percent: percent(value), ...bounds(interval), n: whole(n) }),
    ...caveats([n], sample),
  ])
}

/** `ALONE` names the item and both periods; `SINCE` follows a sentence that has just said this period's share. */
const ALONE = { rose: "rose", fell: "fell", unchanged: "unchanged" } as const
export const SINCE = {
  rose: "rose-since",
  fell: "fell-since",
  unchanged: "unchanged-since",
} as const

/**
 * An item's change as it was judged: the verdict is the comparison's, never a second opinion. Without an earlier
 * period only the share is said.
 */
export function changeSentences(
  about: string,
  change: ItemChange,
  keys: typeof ALONE | typeof SINCE = ALONE,
): Sentence[] {
  const { now, difference, verdict } = change
  if (!now) return [say("too-few", { about, fewest: SMALLEST_SHOWN })]
  if (!difference) return [say("no-earlier-period")]
  const params = {
    about,
    before: percent(difference.before.value),
    after: percent(difference.after.value),
    points: percent(difference.value),
    nBefore: whole(difference.before.n),
    nAfter: whole(difference.after.n),
  }
  if (verdict === "improved") return [say(keys.rose, { ...params, ...bounds(difference.interval) })]
  if (verdict === "worsened") return [say(keys.fell, { ...params, ...lost(difference) })]
  return [say(keys.unchanged, params), ...whatCouldBeSeen(change.visible)]
}

/** The points lost, smaller end first. */
const lost = ({ interval }: Difference) =>
  bounds({ ...interval, low: -interval.high, high: -interval.low })

function whatCouldBeSeen(visible: ItemChange["visible"]): Sentence[] {
  if (!visible) return []
  const { fall, rise } = visible
  if (fall !== null && rise !== null)
    return [say("could-have-seen", { fall: percent(fall), rise: percent(rise) })]
  if (fall !== null) return [say("could-have-seen-fall", { fall: percent(fall) })]
  return [
    rise === null ? say("could-see-nothing") : say("could-have-seen-rise", { rise: percent(rise) }),
  ]
}

function caveats(ns: number[], sample: Sample): Sentence[] {
  const smallest = Math.min(...ns)
  const small = smallest < SMALL_SAMPLE ? [say("small-sample", { n: smallest })] : []
  if (!isProbabilitySample(sample)) return [...small, say("not-a-sample")]
  const error = samplingError(sample)
  return error.ok
    ? [...small, say("sampling-error", { points: (error.value * 100).toFixed(2), n: sample.n })]
    : small
}

/** What moves satisfaction most: one item only when no other can be above it. `nameOf` gives the item's words. */
export function driverSentences(
  ranked: readonly Ranked[],
  nameOf: (key: string) => string,
  join: string,
): Sentence[] {
  const first = ranked.filter(({ best }) => best === 1)
  const names = first.map(({ key }) => nameOf(key))
  if (first.length === 0 || first.length === ranked.length) return []
  return [say(first.length === 1 ? "driver" : "drivers-together", { items: names.join(join) })]
}

/** How punctual: of everything that fell due, open cases included. Null: nothing fell due. */
export function onTimeSentences(result: OnTime | null): Sentence[] {
  if (!result) return [say("no-case-due")]
  const { onTime, late, openAndOverdue } = result
  const params = {
    percent: percent(onTime.value),
    ...bounds(onTime.interval),
    n: onTime.n,
    inTime: result.inTime,
    late,
  }
  const open = openAndOverdue > 0 ? [say("overdue-open", { count: openAndOverdue })] : []
  return [say("on-time", { ...params, openAndOverdue }), ...open]
}

/** How long it takes, of a median and a ninth decile. */
export function handlingSentences(quantiles: readonly TimeQuantile[]): Sentence[] {
  return quantiles.map(({ share, days }) => {
    if (days === null) return say("quantile-not-reached", { percent: Math.round(share * 100) })
    return say(share === 0.5 ? "half-within" : "nine-of-ten-within", { days })
  })
}

/** Which topics of the comments surely became more or less frequent. */
export function topicSentences(changes: readonly TopicChange[]): Sentence[] {
  const sure = changes.filter(({ is }) => is !== "unclear")
  if (sure.length === 0) return [say("no-topic-changed")]
  return sure.map(({ words, is, change }) =>
    say(is === "rising" ? "topic-rising" : "topic-falling", {
      topic: words.join(""),
      before: percent(change.before.value),
      after: percent(change.after.value),
    }),
  )
}
