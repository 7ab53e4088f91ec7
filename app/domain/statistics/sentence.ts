/** The sentences that a report may say; their words are in locales/{zh-TW,en}/statistics.json under "sentences". */
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
  "rose-since",
  "fell-since",
  "unchanged-since",
  "could-have-seen",
  "could-have-seen-rise",
  "could-have-seen-fall",
  "could-see-nothing",
  "no-earlier-period",
  "rest-unchanged",
  "rest-not-compared",
  "responses",
  "too-few-responses",
  "no-responses",
  "lowest",
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

/** What is said of the numbers rather than of the office: read below the others, in small print. */
export const CAVEATS: readonly SentenceKey[] = [
  "small-sample",
  "not-a-sample",
  "sampling-error",
  "could-have-seen",
  "could-have-seen-rise",
  "could-have-seen-fall",
  "could-see-nothing",
]

/** Numbers come rounded to what is read aloud; `about` is the caller's own words for what was measured. */
export type Sentence = { key: SentenceKey; params: Record<string, string | number> }
