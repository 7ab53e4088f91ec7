/** What counts as an answer: from the values a form carried to the answers that are kept. */
import { characterCount, cleanText } from "../form"
import { accept, type Outcome, type Problem } from "../outcome"
import { type Answers, askedItems } from "./branching"
import { type Item, optionKeys, type Questionnaire } from "./questionnaire"

/** What a form carried, as it came: nothing in it is trusted. */
export type Entered = Record<string, string | string[]>

/** The field that holds the form's own key. No item can have this name: theirs have no hyphen. */
export const KEY_FIELD = "answer-key"

/** The key a form carried; null when it carried none, or nothing that could be one. */
export function answerKeyOf(entered: Entered): string | null {
  const [key = ""] = [entered[KEY_FIELD] ?? []].flat()
  return /^[\w-]{20,64}$/.test(key) ? key : null
}

export type AnswerProblem =
  | "answer-required"
  | "answer-unknown"
  | "answer-one"
  | "answer-too-many"
  | "answer-too-long"
  | "answer-nothing"

/**
 * Decides the answers of a submission. Fields that are no item of this version, and follow-ups that were not
 * asked, are left out; an option that does not exist, a text beyond its limit or a required item without
 * an answer refuses the whole, with one problem per field.
 */
export function decideAnswers(
  content: Questionnaire,
  entered: Entered,
): Outcome<Answers, AnswerProblem> {
  const readings = new Map(content.items.map((item) => [item.key, readAnswer(item, entered)]))
  const given: Answers = {}
  for (const [key, reading] of readings)
    if (reading.answer !== undefined) given[key] = reading.answer
  const asked = askedItems(content, given)
  const problems = asked.flatMap((item) => {
    const reading = readings.get(item.key) ?? {}
    if (reading.problem) return [{ ...reading.problem, field: item.key }]
    const isMissing = item.required && reading.answer === undefined
    return isMissing ? [{ code: "answer-required" as const, field: item.key }] : []
  })
  if (problems.length > 0) return { ok: false, problems }
  const answers: Answers = {}
  for (const { key } of asked) if (given[key] !== undefined) answers[key] = given[key]
  if (Object.keys(answers).length === 0)
    return { ok: false, problems: [{ code: "answer-nothing" }] }
  return accept(answers)
}

/** What a person wrote in their own words, to be given back when it cannot be taken. */
export function textsWritten(content: Questionnaire, entered: Entered) {
  return content.items.flatMap((item) => {
    if (item.kind !== "text") return []
    const text = readText([entered[item.key] ?? []].flat().join("\n"), Infinity).answer
    return typeof text === "string" ? [{ item, text }] : []
  })
}

type Reading = { answer?: string | string[]; problem?: Problem<AnswerProblem> }

function readAnswer(item: Item, entered: Entered): Reading {
  const raw = Object.hasOwn(entered, item.key) ? entered[item.key] : undefined
  const values = (raw === undefined ? [] : [raw].flat()).filter(
    (value) => typeof value === "string",
  )
  if (item.kind === "text") return readText(values.join("\n"), item.limit)
  const chosen = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))]
  const options = optionKeys(item)
  if (chosen.length === 0) return {}
  if (chosen.some((option) => !options.includes(option)))
    return { problem: { code: "answer-unknown" } }
  if (item.kind !== "multiple") {
    return chosen.length === 1 ? { answer: chosen[0] } : { problem: { code: "answer-one" } }
  }
  const atMost = item.atMost ?? options.length
  if (chosen.length > atMost) return { problem: { code: "answer-too-many", params: { atMost } } }
  return { answer: options.filter((option) => chosen.includes(option)) }
}

function readText(raw: string, limit: number): Reading {
  const text = cleanText(raw)
  if (text === "") return {}
  const length = characterCount(text)
  return length > limit
    ? { problem: { code: "answer-too-long", params: { limit, length } } }
    : { answer: text }
}
