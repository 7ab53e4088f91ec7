/** The one way a record changes: lock, check, decide purely, save, write the events, queue the letters, commit; or nothing. */
import type { Staff } from "~/domain/access/permission"
import type { Change } from "~/domain/change"
import type { EventTopic, TopicEvents } from "~/domain/events"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { inTransaction, type Transaction } from "./db.server"
import { appendEvent, versionOf } from "./events.server"
import { type Row, writeRow } from "./rows.server"

/** Which record; `seen` is the version the page showed. */
export type RecordSeen<Key = string> = { id: Key; seen?: string | undefined }

export const seenOf = (target: string | RecordSeen): RecordSeen =>
  typeof target === "string" ? { id: target } : target

/** Who acts. */
export type Actor = Pick<Staff, "id" | "name" | "officeId">

/** What the changer has to know of a kind of record. Everything that belongs to one topic comes in here. */
type Kind<Topic extends EventTopic, Key, State, Letter, Missing extends string> = {
  topic: Topic
  /** The refusal where there is none, or only another office's. */
  missing: Missing
  /** Lets the second of two wait until the first has committed. */
  lock: (tx: Transaction, id: Key) => Promise<unknown>
  read: (tx: Transaction, id: Key) => Promise<State | null>
  /** What its events are about, and whose it is; without an office it belongs to all of them. */
  about: (state: State) => { subjectId: string; officeId?: string }
  /** The rows that the new state needs; `before` is null when the record is made by the rows saved with it. */
  columns: (next: State, before: State | null) => Row[]
  letter?: (tx: Transaction, letter: Letter, state: State) => Promise<void>
}

/** An event of the topic; `subjectId` when it is told of another record than the changed one. */
type Told<Topic extends EventTopic> = TopicEvents[Topic] & { subjectId?: string }

export function changer<
  Topic extends EventTopic,
  State,
  Missing extends string,
  Key = string,
  Letter = never,
>({
  topic,
  missing,
  lock,
  read,
  about,
  columns,
  letter: send,
}: Kind<Topic, Key, State, Letter, Missing>) {
  type Changed = Change<State, Told<Topic>, Letter>
  type Problem = Missing | "already-changed"

  /**
   * Changes one record by a pure decision. `by` is the staff member who acts; null for a citizen or a job. Refused
   * where there is none, with "already-changed" when the page that asked showed an older version, or with whatever
   * the decision refuses with; then nothing is written.
   */
  function change<Decided extends Changed, Code extends string>(
    target: RecordSeen<Key>,
    by: Actor | null,
    decide: (state: State) => Outcome<Decided, Code>,
  ): Promise<Outcome<Decided, Code | Problem>> {
    return inTransaction(async (tx) => {
      const opened = await open(tx, target, by)
      if (!opened.ok) return opened
      const decided = decide(opened.value)
      if (decided.ok) await save(tx, opened.value, decided.value, by)
      return decided
    })
  }

  /** Locks the record and reads it: refused when it is another office's, or newer than the page that asked. */
  async function open(
    tx: Transaction,
    target: RecordSeen<Key>,
    by: Actor | null,
  ): Promise<Outcome<State, Problem>> {
    await lock(tx, target.id)
    const state = await read(tx, target.id)
    if (state === null) return refuse(missing)
    const { subjectId, officeId } = about(state)
    if (by && officeId !== undefined && officeId !== by.officeId) return refuse(missing)
    if (target.seen !== undefined && target.seen !== (await versionOf(tx, topic, subjectId)))
      return refuse("already-changed")
    return accept(state)
  }

  /** Saves what was decided on an opened record, or on a new one: its rows (and `rows` with them), its events, its letters. */
  async function save(
    tx: Transaction,
    before: State | null,
    { next, events, letters = [], rows = [] }: Changed & { rows?: Row[] },
    by: Actor | null,
  ): Promise<void> {
    for (const row of [...rows, ...columns(next, before)]) await writeRow(tx, row)
    const { subjectId, officeId = by?.officeId ?? null } = about(next)
    for (const event of events) {
      const about = { topic, subjectId: event.subjectId ?? subjectId, officeId, actor: by }
      await appendEvent(tx, about, event)
    }
    for (const letter of letters) await send?.(tx, letter, next)
  }

  return { change, open, save }
}
