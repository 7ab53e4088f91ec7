/** What happens to findings and plans; the petitioners and the public see none of it. */
import type { EventOf } from "../change"
import type { FindingState } from "./finding"

export type FindingEventKind = `finding.${FindingState}`

/** A finding's events are named after the state it came to. */
export const findingEventKind = (state: FindingState): FindingEventKind => `finding.${state}`

export const FINDING_PUBLICITY = {
  "finding.proposed": false,
  "finding.confirmed": false,
  "finding.planned": false,
  "finding.dismissed": false,
} as const satisfies Record<FindingEventKind, false>

type FindingEventDetail = {
  "finding.proposed": { item: string }
  "finding.confirmed": Record<string, never>
  "finding.planned": Record<string, never>
  "finding.dismissed": { reason: string }
}
export type FindingEvent = EventOf<FindingEventDetail, typeof FINDING_PUBLICITY>

export const PLAN_PUBLICITY = {
  "plan.started": false,
  "plan.item-added": false,
  "plan.approved": false,
  "plan.work-noted": false,
} as const

type PlanEventDetail = {
  "plan.started": { rocYear: number; items: number }
  "plan.item-added": { itemId: string; number: number; findingId?: string }
  "plan.approved": { documentNo: string; items: number }
  /** The months that stood before stay in the history. */
  "plan.work-noted": { number: number; work: string; before: number[]; after: number[] }
}
export type PlanEvent = EventOf<PlanEventDetail, typeof PLAN_PUBLICITY>
