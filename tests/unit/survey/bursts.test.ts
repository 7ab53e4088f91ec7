import { expect, test } from "vitest"
import { type FlagReason, isBurst, traitsOf } from "~/domain/survey/bursts"
import { QuestionnaireSchema } from "~/domain/survey/questionnaire.schema"
import { minutesForHalf, timeTaken } from "~/domain/survey/time-taken"
import content from "#prisma/seeds/questionnaire.json"

const QUESTIONNAIRE = QuestionnaireSchema.parse(content)
const REAL = 20 // answers a day: an office of 400 a month

test.each<[string, FlagReason, number, number, boolean]>([
  ["the busiest hour of a real office", "channel-burst", 10, REAL, false],
  ["its busiest day within one hour", "channel-burst", 40, REAL, false],
  ["two of its days and one within an hour", "channel-burst", 41, REAL, true],
  ["a large office's ordinary hour", "channel-burst", 60, 300, false],
  ["a script's 2,000 a minute", "channel-burst", 2000, 300, true],
  ["a new channel's first morning", "channel-burst", 30, 0, false],
  ["a tablet with a queue of people before it", "sender-burst", 10, REAL, false],
  ["the last that people can do in ten minutes", "sender-burst", 12, REAL, false],
  ["one more than people can do", "sender-burst", 13, REAL, true],
  ["a script from one address", "sender-burst", 2000, REAL, true],
  ["a family that agreed on a sentence", "same-text", 4, REAL, false],
  ["a sentence pasted five times", "same-text", 5, REAL, true],
  ["somebody who pressed twice by mistake", "too-quick", 2, REAL, false],
  ["three that nobody can have read", "too-quick", 3, REAL, true],
  ["satisfied people one after the other", "straight-lines", 7, REAL, false],
  ["a finger that ticks one row", "straight-lines", 8, REAL, true],
])("%s (%s: %i with %i a day) is a burst: %s", (...[, reason, count, usual, expected]) => {
  expect(isBurst(reason, count, usual)).toBe(expected)
})

const line = (level: string) => ({
  attitude: level,
  expertise: level,
  speed: level,
  waiting: level,
  overall: level,
})

test.each([
  ["all satisfied, in a minute", line("5"), 60, { isQuick: false, isStraight: false }],
  ["all satisfied, in ten seconds", line("5"), 10, { isQuick: false, isStraight: true }],
  ["different levels in ten seconds", { ...line("5"), overall: "4" }, 10, { isStraight: false }],
  ["three seconds", line("1"), 3, { isQuick: true, isStraight: true }],
  ["a form never opened here", line("1"), null, { isQuick: true, isStraight: true }],
  ["thanks, which many write", { ...line("5"), comment: "謝謝" }, 60, { text: null }],
  [
    "a sentence",
    { ...line("5"), comment: "櫃檯人員態度非常惡劣" },
    60,
    { text: "櫃檯人員態度非常惡劣" },
  ],
])("%s shows", (_what, answers, tookUpTo, expected) => {
  expect(traitsOf(QUESTIONNAIRE, answers, tookUpTo)).toMatchObject(expected)
})

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 2, 0, seconds))
test.each([
  [0, 3],
  [3, 3],
  [4, 10],
  [61, 90],
  [3599, 3600],
  [90_000, 3600],
  [-5, null],
])("%i seconds are told as %j", (seconds, expected) => {
  expect(timeTaken(at(0), at(seconds))).toBe(expected)
})

test("the time of a form that was not opened here is not known", () => {
  expect(timeTaken(null, at(5))).toBeNull()
})

test.each([
  [29, 90, null],
  [30, 90, 2],
  [30, 120, 2],
  [500, 20, 1],
  [0, null, null],
])(
  "%i measured with a median of %j seconds are told as %j minutes",
  (measured, median, minutes) => {
    expect(minutesForHalf(measured, median)).toBe(minutes)
  },
)
