/** One imagined visit: how a person answers the demonstration's questionnaire. Alike answers hang together. */
import { normalQuantile } from "~/domain/statistics/distributions"
import { type RandomSource } from "~/domain/statistics/seeded-random"
import { type Entered } from "~/domain/survey/answering"
import { type Item, type Questionnaire } from "~/domain/survey/questionnaire"
import type { Locale } from "~/domain/language"
import { lineWordingOf, optionKeys } from "~/domain/survey/kinds/kinds"
import { drawComment, drawIncident } from "./drawn-words"

export type Visit = { isWorse: boolean; language: Locale }

/** The share of 滿意 and 非常滿意 of each item, and how many it does not apply to. */
const LEVELS: Record<string, { satisfied: number; notApplicable?: number }> = {
  attitude: { satisfied: 0.962 },
  expertise: { satisfied: 0.955 },
  speed: { satisfied: 0.945 },
  waiting: { satisfied: 0.91, notApplicable: 0.06 },
  requirements: { satisfied: 0.938, notApplicable: 0.22 },
  guidance: { satisfied: 0.947, notApplicable: 0.25 },
  cleanliness: { satisfied: 0.965 },
  signage: { satisfied: 0.931 },
  facilities: { satisfied: 0.926, notApplicable: 0.58 },
  forms: { satisfied: 0.935, notApplicable: 0.3 },
  phone: { satisfied: 0.912, notApplicable: 0.55 },
  online: { satisfied: 0.9, notApplicable: 0.5 },
  hours: { satisfied: 0.921 },
  fairness: { satisfied: 0.967 },
  overall: { satisfied: 0.945 },
  recommend: { satisfied: 0.935 },
}
/** Of the satisfied, those who are very satisfied; of the others, those in the middle and those merely dissatisfied. */
const [TOP, MIDDLE, DISSATISFIED] = [0.58, 0.62, 0.9]
/** Waiting in the office that gets worse: 84 % instead of 91 %, and the whole visit feels a little of it. */
const WORSE = normalQuantile(0.84) - normalQuantile(0.91)
/** How much of an answer is the person's own mood; the rest is the item's. */
const MOOD = 0.62
/** What the overall answer is made of besides mood. */
const OVERALL = { attitude: 0.3, waiting: 0.3, speed: 0.2 }

const SEGMENT_ANSWERED = 0.72
const SEGMENT_SHARES: Record<string, number[]> = {
  errand: [34, 22, 25, 6, 6, 2, 5],
  visit: [78, 14, 3, 5],
  age: [3, 15, 21, 22, 18, 9, 12],
  gender: [54, 44, 2],
}

/** What the person ticks and writes. */
export function drawAnswers(visit: Visit, content: Questionnaire, random: RandomSource): Entered {
  const mood = normal(random)
  const own = new Map(content.items.map(({ key }) => [key, normal(random)]))
  own.set(
    "waiting",
    (own.get("waiting") ?? 0) + (visit.isWorse ? WORSE / Math.sqrt(1 - MOOD ** 2) : 0),
  )
  const entered: Entered = {}
  for (const item of content.items) {
    if (lineWordingOf(content, item) !== null) {
      const point = drawPoint(item, feelingOf(item.key, mood, own), random)
      if (point) entered[item.key] = point
    } else if (item.segment && random() < SEGMENT_ANSWERED) {
      entered[item.key] = weighted(optionKeys(item), SEGMENT_SHARES[item.key] ?? [], random)
    }
  }
  drawRest(entered, visit, random)
  return entered
}

function feelingOf(key: string, mood: number, own: Map<string, number>): number {
  const rest = Math.sqrt(1 - MOOD ** 2)
  if (key !== "overall") return MOOD * mood + rest * (own.get(key) ?? 0)
  const parts = Object.entries(OVERALL)
  const weight = Math.sqrt(rest ** 2 - parts.reduce((sum, [, part]) => sum + part ** 2, 0))
  const felt = parts.reduce((sum, [item, part]) => sum + part * (own.get(item) ?? 0), 0)
  return MOOD * mood + felt + weight * (own.get(key) ?? 0)
}

/** The point of the scale for a feeling; undefined when the item is skipped. */
function drawPoint(item: Item, feeling: number, random: RandomSource): string | undefined {
  const { satisfied, notApplicable = 0 } = LEVELS[item.key] ?? { satisfied: 0.93 }
  const [isSkipped, isNotApplicable] = [random() < 0.09, random() < notApplicable]
  if (!item.required && isSkipped) return undefined
  if (isNotApplicable) return "na"
  const others = 1 - satisfied
  const above = [
    satisfied * TOP,
    satisfied,
    satisfied + others * MIDDLE,
    satisfied + others * DISSATISFIED,
  ]
  const place = above.findIndex((share) => feeling > -normalQuantile(share))
  return String(place === -1 ? 1 : 5 - place)
}

/** Follow-ups, what to improve, and a comment: from what was answered before. */
function drawRest(entered: Entered, { language, isWorse }: Visit, random: RandomSource): void {
  const low = Object.keys(LEVELS).filter((key) => ["1", "2", "3"].includes(String(entered[key])))
  if (isDissatisfied(entered.waiting) && random() < 0.85) {
    const times = isWorse ? [5, 25, 40, 30] : [20, 45, 25, 10]
    entered.waiting_long = weighted(["to10", "to20", "to30", "over30"], times, random)
  }
  if (isDissatisfied(entered.attitude) && random() < 0.5)
    entered.attitude_what = drawIncident(language, random)
  const improve = [...new Set(low.map((key) => IMPROVE[key] ?? ""))].filter(
    (key) => key && random() < 0.6,
  )
  if (improve.length === 0 && random() < 0.12) improve.push(weighted(...REMAINING, random))
  if (improve.length > 0) entered.improve = improve.slice(0, 3)
  if (random() < (low.length > 0 ? 0.3 : 0.07)) entered.comment = drawComment(low, language, random)
}

const isDissatisfied = (answer: string | string[] | undefined): boolean =>
  answer === "1" || answer === "2"

const IMPROVE: Record<string, string> = {
  attitude: "attitude",
  expertise: "explanation",
  requirements: "explanation",
  speed: "speed",
  waiting: "waiting",
  forms: "procedure",
  cleanliness: "environment",
  signage: "environment",
  facilities: "environment",
  phone: "remote",
  online: "remote",
  hours: "hours",
}
const REMAINING: [string[], number[]] = [
  ["waiting", "procedure", "environment", "remote", "hours"],
  [30, 15, 15, 20, 20],
]

function weighted(options: string[], weights: number[], random: RandomSource): string {
  const total = options.reduce((sum, _option, index) => sum + (weights[index] ?? 1), 0)
  let drawn = random() * total
  const chosen = options.find((_option, index) => (drawn -= weights[index] ?? 1) < 0)
  return chosen ?? options[0] ?? ""
}

/** Box and Muller 1958. */
const normal = (random: RandomSource): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
