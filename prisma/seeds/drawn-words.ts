/** What people write in the demonstration: by topic, in several hands. Nobody real is in it. */
import { type RandomSource } from "~/domain/statistics/seeded-random"
import type { Locale } from "~/domain/language"
import bank from "./comments.json"

/** Which words speak of which item; the rest of the items have no words of their own. */
const COMMENTS: Record<string, string[]> = bank.comments

/** A comment on one of the items that went badly, or praise when none did. */
export function drawComment(low: string[], language: Locale, random: RandomSource): string {
  if (language !== "zh-TW")
    return oneOf(low.length > 0 ? bank.foreign[language].bad : bank.foreign[language].good, random)
  const topics = low.filter((topic) => COMMENTS[topic])
  // Who waited too long writes of waiting, whatever else was wrong.
  const topic = topics.includes("waiting") && random() < 0.6 ? "waiting" : oneOf(topics, random)
  const sentence = filled(oneOf(COMMENTS[topic] ?? bank.praise, random), random)
  const opening = random() < 0.3 ? filled(oneOf(bank.openings, random), random) : ""
  const closing =
    random() < 0.25 ? oneOf(topics.length > 0 ? bank.wishes : bank.thanks, random) : ""
  return opening + sentence + closing
}

export function drawIncident(language: Locale, random: RandomSource): string {
  if (language !== "zh-TW") return oneOf(bank.foreign[language].bad, random)
  return filled(oneOf(bank.incidents, random), random)
}

function filled(sentence: string, random: RandomSource): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const words: Record<string, string[]> = bank.words
    return oneOf(words[name] ?? [""], random)
  })
}

const oneOf = (words: string[], random: RandomSource): string =>
  words[Math.floor(random() * words.length)] ?? ""
