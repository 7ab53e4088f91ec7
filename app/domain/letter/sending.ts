/** What becomes of a letter after a try to send it: sent, tried again later, or given up and told to a person. */
import { carriesAKey } from "./letters"

export const FAILURES = [
  "no-such-recipient", // the mail server will never take it for this address
  "refused", // the mail server read the letter and will never take it
  "unanswered", // the whole letter was handed over, and no answer came in time
  "cut-off", // the whole letter was handed over, and the line broke before the answer
  "lease-over", // whoever was sending it was not heard of again
  "server", // anything that may be better later: no connection, "try again", a full mailbox
  "braked", // too many letters of its kind in an hour
] as const
export type Failure = (typeof FAILURES)[number]

/** What the mail server made of a letter. */
export type Answer = { ok: true } | { ok: false; failure: Failure; said: string }

/**
 * Minutes to wait after the first, second … failure: five days in all, so that a mail server that is down over
 * a long weekend costs no letter.
 */
export const RETRY_MINUTES = [1, 5, 30, 120, 360, ...Array.from({ length: 10 }, () => 720)]

export type Tried = { kind: string; attempts: number; failure: string | null }
export type Next =
  { status: "queued"; nextAttemptAt: Date } | { status: "kept" | "failed"; nextAttemptAt: null }

/**
 * Decides after a failed attempt, which is already counted. Kept means: to be printed and posted. A letter with a
 * key inside is never printed; it fails, and a person telephones.
 */
export function decideNext(letter: Tried, failure: Failure, at: Date): Next {
  if (isForGood(failure)) {
    return { status: carriesAKey(letter.kind) ? "failed" : "kept", nextAttemptAt: null }
  }
  const minutes = RETRY_MINUTES[letter.attempts - 1]
  if (mayHaveArrivedTwice(letter, failure) || minutes === undefined) {
    return { status: "failed", nextAttemptAt: null }
  }
  return { status: "queued", nextAttemptAt: new Date(at.getTime() + minutes * 60_000) }
}

function isForGood(failure: Failure): boolean {
  return failure === "no-such-recipient" || failure === "refused"
}

/**
 * A server that is slow to answer usually delivers what it was handed (RFC 1047), so nobody gets that letter again
 * unless a person decides so. One whose line breaks has most likely not taken it (RFC 5321, 4.1.1.4): once more
 * under the same Message-ID is right, a third time is not.
 */
function mayHaveArrivedTwice(letter: Tried, failure: Failure): boolean {
  return failure === "unanswered" || (failure === "cut-off" && letter.failure === "cut-off")
}

/** The state of a letter in the words of a page: "paper" is to be printed and posted, "late" is held back. */
export const SHOWN_STATES = [
  "queued",
  "late",
  "sending",
  "sent",
  "failed",
  "paper",
  "kept",
] as const
export type ShownState = (typeof SHOWN_STATES)[number]

/** In the demo letters are kept only to be looked at; elsewhere a kept letter waits for a stamp, unless nobody may print it. */
export function shownState(
  letter: { kind: string; status: string; failure: string | null },
  isDemo: boolean,
): ShownState {
  if (letter.status === "queued") return letter.failure === "braked" ? "late" : "queued"
  if (letter.status === "kept") return isDemo || carriesAKey(letter.kind) ? "kept" : "paper"
  return SHOWN_STATES.find((state) => state === letter.status) ?? "queued"
}
