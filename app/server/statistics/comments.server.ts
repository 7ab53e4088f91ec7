/** Reads what people wrote in their own words: masked, split into words without leaving the machine, turned into topics. */
import { Jieba } from "@node-rs/jieba"
import { dict } from "@node-rs/jieba/dict"
import { accept, type Outcome } from "~/domain/outcome"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { maskPersonal, type PersonalKind } from "~/domain/statistics/masking"
import type { ResponseFilter } from "~/domain/statistics/response-filter"
import { type Alike, mostAlike, type SimilarityProblem } from "~/domain/statistics/similarity"
import {
  type CommentTopic,
  type TopicChange,
  topicChanges,
  type TopicProblem,
  topicsOf,
} from "~/domain/statistics/topics"
import { HOUSEHOLD_WORDS, STOP_WORDS } from "./dictionary.server"
import { listCountedResponses } from "./tallies.server"

const BLANK: Record<PersonalKind, string> = {
  name: " ",
  phone: " ",
  "id-number": " ",
  address: " ",
  plate: " ",
  email: " ",
}
/** Comments are read in pages of responses, so that a year of them does not fill the memory. */
const RESPONSES_PER_PAGE = 2000

let splitter: Jieba | undefined

/** 240 ms and 60 MB, so only when the first comment is read. */
function openSplitter(): Jieba {
  if (splitter) return splitter
  splitter = Jieba.withDict(dict)
  splitter.loadDict(Buffer.from(HOUSEHOLD_WORDS.map((word) => `${word} 100000 n`).join("\n")))
  return splitter
}

/**
 * The words of a comment in order, signs included (they part phrases), personal data left out.
 * Example: 「等候時間太長，王先生說要補發身分證」→ 等候時間, 太長, ，, 先生, 說, 要, 補發, 身分證.
 */
export function splitWords(text: string): string[] {
  const masked = maskPersonal(text.normalize("NFKC"), BLANK).toLowerCase()
  return openSplitter()
    .cut(masked, true)
    .map((word) => (word.trim() === "" ? "　" : word))
}

const isWord = (word: string): boolean => /^[\p{L}\p{N}]+$/u.test(word) && !STOP_WORDS.has(word)

/** An open answer as staff may see it: masked, without who or when beyond the day. */
export type Comment = {
  responseId: bigint
  item: string
  answeredOn: CalendarDate
  channelId: string
  text: string
}

/** One page of the open answers to these items, oldest first; `next` is the `after` of the following page. */
export async function listComments(
  filter: ResponseFilter,
  items: readonly string[],
  words: Readonly<Record<PersonalKind, string>>,
  after = 0n,
): Promise<{ comments: Comment[]; next: bigint | null }> {
  const responses = await listCountedResponses(filter, { after, limit: RESPONSES_PER_PAGE })
  const comments = responses.flatMap(({ id, answeredOn, channelId, answers }) =>
    items.flatMap((item) => {
      const text = answers[item]
      if (typeof text !== "string" || text.trim() === "") return []
      return [{ responseId: id, item, answeredOn, channelId, text: maskPersonal(text, words) }]
    }),
  )
  const last = responses.at(-1)
  return { comments, next: last && responses.length === RESPONSES_PER_PAGE ? last.id : null }
}

export type CommentTopics = { comments: number; topics: CommentTopic[]; changes: TopicChange[] }

/**
 * What the open answers speak of and, against an earlier stretch of days, what became more or less frequent.
 * Refuses with "no-comments" when there are none; without earlier ones `changes` is empty.
 */
export async function readTopics(
  filter: ResponseFilter,
  items: readonly string[],
  earlier: { from: CalendarDate; to: CalendarDate } | null,
): Promise<Outcome<CommentTopics, TopicProblem>> {
  const now = await splitComments(filter, items)
  const then = earlier ? await splitComments({ ...filter, ...earlier }, items) : []
  const topics = topicsOf(now, { stopWords: STOP_WORDS })
  if (!topics.ok) return topics
  const changes =
    then.length === 0 ? accept([]) : topicChanges(then, now, { stopWords: STOP_WORDS })
  if (!changes.ok) return changes
  return accept({ comments: now.length, topics: topics.value, changes: changes.value })
}

async function splitComments(
  filter: ResponseFilter,
  items: readonly string[],
): Promise<string[][]> {
  const split: string[][] = []
  for (let after: bigint | null = 0n; after !== null;) {
    const page: { comments: Comment[]; next: bigint | null } = await listComments(
      filter,
      items,
      BLANK,
      after,
    )
    split.push(...page.comments.map(({ text }) => splitWords(text)))
    after = page.next
  }
  return split
}

/** "Cases like this one": the texts most like it, with the words they share. The caller decides which may be shown. */
export function findAlike(
  text: string,
  others: readonly { key: string; text: string }[],
  limit = 5,
): Outcome<Alike[], SimilarityProblem> {
  const wordsOf = (one: string) => splitWords(one).filter(isWord)
  return mostAlike(
    wordsOf(text),
    others.map((other) => ({ key: other.key, words: wordsOf(other.text) })),
    limit,
  )
}
