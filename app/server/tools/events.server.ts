/** What happened: one append-only row for each change, written in the change's own transaction. */
import type { Staff } from "~/domain/access/permission"
import { type EventTopic, isPublicKind, QUIET_KINDS, type TopicEvents } from "~/domain/events"
import { now } from "./clock.server"
import { db, type Transaction } from "./db.server"

/** Which record an event tells of, and who did it. No actor: a citizen, or the clock. */
export type EventSubject<Topic extends EventTopic> = {
  topic: Topic
  subjectId: string
  officeId?: string | null
  actor?: Pick<Staff, "id" | "name"> | null
}

/** Its kind says whether it is public; what a citizen may not see never stands in the detail of such a kind. */
export async function appendEvent<Topic extends EventTopic>(
  tx: Transaction,
  { topic, subjectId, officeId, actor }: EventSubject<Topic>,
  event: TopicEvents[Topic],
): Promise<void> {
  await tx.event.create({
    data: {
      topic,
      subjectId,
      kind: event.kind,
      officeId: officeId ?? null,
      at: now(),
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? null,
      detail: event.detail,
      isPublic: isPublicKind(event.kind),
    },
    select: { id: true },
  })
}

/** A subject's events, oldest first; `onlyPublic` for the petitioner's eyes. */
export function listEvents(topic: EventTopic, subjectId: string, onlyPublic = false) {
  return db().event.findMany({
    where: { topic, subjectId, ...(onlyPublic ? { isPublic: true } : {}) },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, at: true, actorName: true, detail: true, isPublic: true },
  })
}

/** Which state of a record a page shows: the last event that matters. A note or a reminder changes nothing. */
export async function versionOf(
  tx: Pick<Transaction, "event">,
  topic: EventTopic,
  subjectId: string,
): Promise<string> {
  const last = await tx.event.findFirst({
    where: { topic, subjectId, kind: { notIn: [...QUIET_KINDS] } },
    orderBy: { id: "desc" },
    select: { id: true },
  })
  return String(last?.id ?? 0)
}
