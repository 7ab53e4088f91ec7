/** The events of every topic in one place: what can be written in the history, and who may read it there. */
import { STAFF_PUBLICITY, STAFF_QUIET, type StaffEvent } from "./access/events"
import type { EventOf } from "./change"
import { CALENDAR_PUBLICITY, type CalendarEvent } from "./deadline/events"
import {
  FINDING_PUBLICITY,
  type FindingEvent,
  PLAN_PUBLICITY,
  type PlanEvent,
} from "./improvement/events"
import { PETITION_PUBLICITY, PETITION_QUIET, type PetitionEvent } from "./petition/events"
import {
  CHANNEL_PUBLICITY,
  type ChannelEvent,
  QUESTIONNAIRE_PUBLICITY,
  type QuestionnaireEvent,
} from "./survey/events"

const DEMO_PUBLICITY = { "demo.seeded": false } as const

export type TopicEvents = {
  petition: PetitionEvent
  finding: FindingEvent
  plan: PlanEvent
  questionnaire: QuestionnaireEvent
  channel: ChannelEvent
  calendar: CalendarEvent
  staff: StaffEvent
  /** That this database holds the demo. */
  demo: EventOf<{ "demo.seeded": Record<string, never> }, typeof DEMO_PUBLICITY>
}
export type EventTopic = keyof TopicEvents
export type EventKind = TopicEvents[EventTopic]["kind"]

const PUBLICITY: Record<EventKind, boolean> = {
  ...PETITION_PUBLICITY,
  ...FINDING_PUBLICITY,
  ...PLAN_PUBLICITY,
  ...QUESTIONNAIRE_PUBLICITY,
  ...CHANNEL_PUBLICITY,
  ...CALENDAR_PUBLICITY,
  ...STAFF_PUBLICITY,
  ...DEMO_PUBLICITY,
}

/** Whether those whom it concerns see the event, not only the office. */
export const isPublicKind = (kind: EventKind): boolean => PUBLICITY[kind]

/** Events that leave the version of a record as it was: an open form stays valid. */
export const QUIET_KINDS: readonly EventKind[] = [...PETITION_QUIET, ...STAFF_QUIET]
