/**
 * Answers: which earlier cases are like this one?
 * Assumes texts already split into words; word order is ignored, rare words weigh more than everyday ones.
 * It offers cases to read, it decides nothing.
 * Source: tf–idf with ln(1 + N / n) and cosine, Salton & Buckley 1988. Example: equal texts have likeness 1, without a shared word 0.
 */
import { accept, type Outcome, refuse } from "../outcome"

export type Text = { key: string; words: readonly string[] }

/** `likeness` 0–1; `because` are the shared words that count most, so that a person can judge. */
export type Alike = { key: string; likeness: number; because: string[] }

export type SimilarityProblem = "no-words" | "not-a-limit"

/** Below this two texts merely share a greeting. */
export const LEAST_LIKENESS = 0.15
const REASONS = 5

/** The texts most like this one, most alike first; equal ones in the order of their keys. */
export function mostAlike(
  words: readonly string[],
  others: readonly Text[],
  limit = 5,
): Outcome<Alike[], SimilarityProblem> {
  if (!Number.isInteger(limit) || limit < 1) return refuse("not-a-limit")
  if (words.length === 0) return refuse("no-words")
  const rarity = rarityOf([words, ...others.map((other) => other.words)])
  const own = weightsOf(words, rarity)
  const alike = others.map(({ key, words: theirs }) => ({
    key,
    ...compare(own, weightsOf(theirs, rarity)),
  }))
  return accept(
    alike
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || (a.key < b.key ? -1 : 1))
      .slice(0, limit),
  )
}

type Weights = ReadonlyMap<string, number>

/** ln(1 + texts / texts with the word). */
function rarityOf(texts: readonly (readonly string[])[]): Weights {
  const counts = new Map<string, number>()
  for (const words of texts)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + texts.length / count)]))
}

/** Weights of length 1, so that long texts have no advantage. */
function weightsOf(words: readonly string[], rarity: Weights): Weights {
  const weights = new Map<string, number>()
  for (const word of words) weights.set(word, (weights.get(word) ?? 0) + (rarity.get(word) ?? 0))
  const length = Math.hypot(...weights.values())
  return new Map([...weights].map(([word, weight]) => [word, weight / length]))
}

function compare(own: Weights, theirs: Weights): { likeness: number; because: string[] } {
  const shared = [...own].flatMap(([word, weight]) => {
    const product = weight * (theirs.get(word) ?? 0)
    return product > 0 ? [{ word, product }] : []
  })
  shared.sort((a, b) => b.product - a.product || (a.word < b.word ? -1 : 1))
  const likeness = Math.min(
    1,
    shared.reduce((sum, { product }) => sum + product, 0),
  )
  return { likeness, because: shared.slice(0, REASONS).map(({ word }) => word) }
}
