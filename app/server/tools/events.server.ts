/** What happened: one append-only row for each change, written in the change's own transaction. */
import type { Staff } from "~/domain/access/permission"
import type { Prisma } from "#prisma/client/client"
import { now } from "./clock.server"
import { db, type Transaction } from "./db.server"

export type EventTopic =
  | "petition"
  | "finding"
  | "plan"
  | "plan_item"
  | "questionnaire"
  | "channel"
  | "calendar"
  | "staff"
  | "letter"

/** `detail` holds facts, never what a citizen may not see when `isPublic`. No actor: a citizen, or the clock. */
export type NewEvent = {
  topic: EventTopic
  subjectId: string
  kind: string
  officeId?: string | null
  actor?: Pick<Staff, "id" | "name"> | null
  detail?: Prisma.InputJsonObject
  isPublic?: boolean
}

export async function appendEvent(tx: Transaction, event: NewEvent): Promise<void> {
  await tx.event.create({
    data: {
      topic: event.topic,
      subjectId: event.subjectId,
      kind: event.kind,
      officeId: event.officeId ?? null,
      at: now(),
      actorId: event.actor?.id ?? null,
      actorName: event.actor?.name ?? null,
      detail: event.detail ?? {},
      isPublic: event.isPublic ?? false,
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
