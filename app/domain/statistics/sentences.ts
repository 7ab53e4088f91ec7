/**
 * Answers: what may a person read aloud about this result?
 * The sentence is chosen by the result, not by its author: a change is called one only when its 95 % interval leaves out 0;
 * under 5 answers nothing is said, under 30 a warning is; what chose itself is never called a sample.
 * Source: ui.md "Reports". The words are in locales/{zh-TW,en}/statistics.json under "sentences".
 * Example: 282 of 300 before, 260 of 300 after → "fell", 7.3 points; 282 and 280 → "unchanged" with what could have been seen.
 */
import { accept, type Outcome } from "../outcome"
import { type Ranked } from "./importance-performance"
import { checkCounted, type Counted, type Interval } from "./interval"
import type { TimeQuantile } from "./kaplan-meier"
import { smallestVisibleChange } from "./power"
import { differenceOf, type ProportionProblem, proportionOf } from "./proportion"
import { type Sample, samplingError, isProbabilitySample } from "./sample"
import { SMALLEST_SHOWN } from "./suppression"
import type { OnTime } from "./time-to-answer"
import type { TopicChange } from "./topics"

export const SENTENCE_KEYS = [
  "no-answers",
  "too-few",
  "share",
  "small-sample",
  "not-a-sample",
  "sampling-error",
  "rose",
  "fell",
  "unchanged",
  "could-have-seen",
  "could-have-seen-rise",
  "could-have-seen-fall",
  "could-see-nothing",
  "driver",
  "drivers-together",
  "on-time",
  "no-case-due",
  "overdue-open",
  "half-within",
  "nine-of-ten-within",
  "quantile-not-reached",
  "topic-rising",
  "topic-falling",
  "no-topic-changed",
] as const
export type SentenceKey = (typeof SENTENCE_KEYS)[number]

/** Numbers come rounded to what is read aloud; `about` is the caller's own words for what was measured. */
export type Sentence = { key: SentenceKey; params: Record<string, string | number> }

export const SMALL_SAMPLE = 30

const say = (key: SentenceKey, params: Sentence["params"] = {}): Sentence => ({ key, params })
/** "93.4" for .934; points likewise. */
const percent = (share: number): string => (Math.abs(share) * 100).toFixed(1)
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
    say("share", { about, percent: percent(value), ...bounds(interval), n }),
    ...caveats([n], sample),
  ])
}

/** A change between two groups or periods, or that none was seen and what could have been. */
export function changeSentences(
  about: string,
  { before, after }: { before: Counted; after: Counted },
  sample: Sample,
): Outcome<Sentence[], ProportionProblem> {
  if (before.n === 0 || after.n === 0) return accept([say("no-answers", { about })])
  const difference = differenceOf(before, after)
  if (!difference.ok) return difference
  const { value, interval } = difference.value
  if (Math.min(before.n, after.n) < SMALLEST_SHOWN) {
    return accept([say("too-few", { about, fewest: SMALLEST_SHOWN })])
  }
  const params = {
    about,
    before: percent(before.count / before.n),
    after: percent(after.count / after.n),
    points: percent(value),
    nBefore: before.n,
    nAfter: after.n,
  }
  const rest = caveats([before.n, after.n], sample)
  if (interval.low > 0) return accept([say("rose", { ...params, ...bounds(interval) }), ...rest])
  if (interval.high < 0) {
    const fall = { low: percent(interval.high), high: percent(interval.low) }
    return accept([say("fell", { ...params, ...fall }), ...rest])
  }
  return accept([say("unchanged", params), ...whatCouldBeSeen(before, after), ...rest])
}

function whatCouldBeSeen(before: Counted, after: Counted): Sentence[] {
  const visible = smallestVisibleChange(before.count / before.n, {
    before: before.n,
    after: after.n,
  })
  if (!visible.ok) return []
  const { fall, rise } = visible.value
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
