/** Which items are asked: one rule, read by the server as a function and by the page as CSS. */
import { type Item, type Questionnaire } from "./questionnaire"

/** What was answered, by item key; items skipped or not asked are absent. */
export type Answers = Record<string, string | string[]>

/**
 * The items a person with these answers is asked, in order. A follow-up is asked when the item before it
 * is asked and was answered with one of the options that call for it.
 */
export function askedItems(content: Questionnaire, answers: Answers): Item[] {
  const asked = new Map<string, Item>()
  for (const item of content.items) if (isAsked(item, asked, answers)) asked.set(item.key, item)
  return [...asked.values()]
}

function isAsked(item: Item, asked: Map<string, Item>, answers: Answers): boolean {
  const { followUp } = item
  if (!followUp) return true
  if (!asked.has(followUp.item)) return false
  return chosenOptions(answers, followUp.item).some((option) => followUp.when.includes(option))
}

/** What was ticked for an item; empty when nothing was. */
export function chosenOptions(answers: Answers, key: string): string[] {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined
  if (answer === undefined) return []
  return typeof answer === "string" ? [answer] : answer
}

/** The id of the block in which the page shows an item. */
export const blockId = (key: string): string => `i-${key}`

/**
 * The same rule as a style sheet: a follow-up is hidden until its options are ticked. A browser without
 * `:has()` shows every follow-up, and the server ignores answers to those not asked.
 */
export function branchingCss(content: Questionnaire): string {
  const rules = content.items.flatMap((item) => (item.followUp ? followUpRules(content, item) : []))
  return rules.length === 0 ? "" : `@supports selector(:has(*)){${rules.join("")}}`
}

function followUpRules(content: Questionnaire, item: Item): string[] {
  const block = `#${escapeCss(blockId(item.key))}`
  return [`${block}{display:none}`, `form${conditionsOf(content, item)} ${block}{display:block}`]
}

/** One `:has()` for the item's own condition and one for each item it hangs from. */
function conditionsOf(content: Questionnaire, item: Item): string {
  const { followUp } = item
  if (!followUp) return ""
  const parent = content.items
    .slice(0, content.items.indexOf(item))
    .find(({ key }) => key === followUp.item)
  const ticked = followUp.when
    .map((option) => `[name="${escapeCss(followUp.item)}"][value="${escapeCss(option)}"]:checked`)
    .join(",")
  return `${parent ? conditionsOf(content, parent) : ""}:has(${ticked})`
}

/**
 * Keys are plain letters by the schema; whatever else got in could not leave its string, its selector or the
 * style element, because every other character becomes a CSS escape.
 */
function escapeCss(text: string): string {
  return text.replace(
    /[^a-zA-Z0-9_-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  )
}
