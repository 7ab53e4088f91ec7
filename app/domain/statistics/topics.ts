/**
 * Answers: what do people write about, and which of it has become more frequent?
 * Assumes comments already masked and split into words; each comment counts once per topic, however often it says it.
 * Many topics are compared at once, so a rise is one only at the level shared among them (Bonferroni).
 * Source: document frequency; Wilson and Newcombe intervals (proportion.ts).
 * Example: 等候 in 3 of 60 comments before and 24 of 80 now → .05 to .30, rising.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { DEFAULT_LEVEL } from "./interval"
import { type Difference, differenceOf, type Proportion, proportionOf } from "./proportion"

/** `words` is one word, or two that stand beside each other. */
export type CommentTopic = { words: readonly string[]; share: Proportion }
export type TopicChange = {
  words: readonly string[]
  change: Difference
  is: "rising" | "falling" | "unclear"
}

export type TopicProblem =
  "no-comments" | "not-a-count" | "count-exceeds-n" | "no-answers" | "not-a-level"

/** Below this, one insistent person would be a topic. */
export const FEWEST_COMMENTS = 3
/** A word is left out when a pair that holds it has this share of its comments: the pair says it better. */
const SAID_BY_PAIR = 0.8
const MOST_TOPICS = 40

type Options = { stopWords?: ReadonlySet<string>; fewest?: number }

/** The topics of the comments, the most frequent first; equal ones in the order of their words. */
export function topicsOf(
  comments: readonly (readonly string[])[],
  { stopWords = new Set(), fewest = FEWEST_COMMENTS }: Options = {},
): Outcome<CommentTopic[], TopicProblem> {
  if (comments.length === 0) return refuse("no-comments")
  const counts = countPhrases(comments, stopWords)
  const topics: CommentTopic[] = []
  for (const [phrase, count] of counts) {
    if (count < fewest || isSaidByPair(phrase, count, counts)) continue
    const share = proportionOf({ count, n: comments.length })
    if (!share.ok) return share
    topics.push({ words: phrase.split(BESIDE), share: share.value })
  }
  return accept(topics.sort(byFrequency).slice(0, MOST_TOPICS))
}

const BESIDE = " "
const byFrequency = (a: CommentTopic, b: CommentTopic) =>
  b.share.count - a.share.count || (a.words.join(BESIDE) < b.words.join(BESIDE) ? -1 : 1)

/** In how many comments each word and each pair of neighbours occurs. */
function countPhrases(
  comments: readonly (readonly string[])[],
  stopWords: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of comments) {
    for (const phrase of phrasesOf(words, stopWords))
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return counts
}

/** A pair must stand together in the comment: a stop word between them parts them. */
function phrasesOf(words: readonly string[], stopWords: ReadonlySet<string>): Set<string> {
  const phrases = new Set<string>()
  const isTopic = (word: string | undefined): word is string =>
    word !== undefined && /^[\p{L}\p{N}]{2,}$/u.test(word) && !stopWords.has(word)
  for (const [i, word] of words.entries()) {
    const next = words[i + 1]
    if (!isTopic(word)) continue
    phrases.add(word)
    if (isTopic(next) && next !== word) phrases.add(word + BESIDE + next)
  }
  return phrases
}

function isSaidByPair(phrase: string, count: number, counts: ReadonlyMap<string, number>): boolean {
  if (phrase.includes(BESIDE)) return false
  for (const [pair, pairCount] of counts) {
    if (
      pairCount >= SAID_BY_PAIR * count &&
      pairCount >= 2 &&
      pair.split(BESIDE).includes(phrase) &&
      pair !== phrase
    ) {
      return true
    }
  }
  return false
}

/** How the share of each topic of either period changed; surest rise first. */
export function topicChanges(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
  options: Options & { level?: number } = {},
): Outcome<TopicChange[], TopicProblem> {
  const now = topicsOf(after, options)
  if (!now.ok) return now
  const then = topicsOf(before, options)
  if (!then.ok) return then
  const phrases = [...new Set([...now.value, ...then.value].map(({ words }) => words.join(BESIDE)))]
  const stopWords = options.stopWords ?? new Set()
  const [countsBefore, countsAfter] = [
    countPhrases(before, stopWords),
    countPhrases(after, stopWords),
  ]
  const level = 1 - (1 - (options.level ?? DEFAULT_LEVEL)) / Math.max(1, phrases.length)
  const changes: TopicChange[] = []
  for (const phrase of phrases) {
    const change = differenceOf(
      { count: countsBefore.get(phrase) ?? 0, n: before.length },
      { count: countsAfter.get(phrase) ?? 0, n: after.length },
      level,
    )
    if (!change.ok) return change
    changes.push({
      words: phrase.split(BESIDE),
      change: change.value,
      is: directionOf(change.value),
    })
  }
  return accept(changes.sort((a, b) => b.change.interval.low - a.change.interval.low))
}

function directionOf({ interval }: Difference): TopicChange["is"] {
  if (interval.low > 0) return "rising"
  return interval.high < 0 ? "falling" : "unclear"
}
