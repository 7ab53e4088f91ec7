/** What counts as an answer: from the values a form carried to the answers that are kept. */
import { cleanText } from "../form"
import { accept, type Outcome } from "../outcome"
import { type Answers, askedItems } from "./branching"
import type { AnswerProblem, Reading } from "./kinds/kind"
import { isOwnWords, readAnswer } from "./kinds/kinds"
import type { Item, Questionnaire } from "./questionnaire"

/** What a form carried, as it came: nothing in it is trusted. */
export type Entered = Record<string, string | string[]>

/** The field that holds the form's own key. No item can have this name: theirs have no hyphen. */
export const KEY_FIELD = "answer-key"

/** The key a form carried; null when it carried none, or nothing that could be one. */
export function answerKeyOf(entered: Entered): string | null {
  const [key = ""] = [entered[KEY_FIELD] ?? []].flat()
  return /^[\w-]{20,64}$/.test(key) ? key : null
}

/**
 * Decides the answers of a submission. Fields that are no item of this version, and follow-ups that were not
 * asked, are left out; an option that does not exist, a text beyond its limit or a required item without
 * an answer refuses the whole, with one problem per field.
 */
export function decideAnswers(
  content: Questionnaire,
  entered: Entered,
): Outcome<Answers, AnswerProblem> {
  const readings = new Map(content.items.map((item) => [item.key, readEntered(item, entered)]))
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
    const text = isOwnWords(item) ? cleanText([entered[item.key] ?? []].flat().join("\n")) : ""
    return text === "" ? [] : [{ item, text }]
  })
}

/** The values of the item's field, whatever came with the form. */
function readEntered(item: Item, entered: Entered): Reading {
  const raw = Object.hasOwn(entered, item.key) ? entered[item.key] : undefined
  const values = raw === undefined ? [] : [raw].flat()
  return readAnswer(
    item,
    values.filter((value) => typeof value === "string"),
  )
}
