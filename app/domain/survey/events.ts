/** What happens to questionnaires and to the places where they are reached. */
import type { EventOf } from "../change"
import type { FlagReason } from "./bursts"

export const QUESTIONNAIRE_PUBLICITY = { "questionnaire.published": false } as const

type QuestionnaireEventDetail = { "questionnaire.published": { number: number } }
export type QuestionnaireEvent = EventOf<QuestionnaireEventDetail, typeof QUESTIONNAIRE_PUBLICITY>

export const CHANNEL_PUBLICITY = {
  "channel.added": false,
  "channel.opened": false,
  "channel.closed": false,
  // flagged answers that somebody looked at
  "responses.restored": false,
  "responses.withdrawn": false,
} as const

type Judged = { day: string; flaggedFor: FlagReason; count: number; reason: string }
type ChannelEventDetail = {
  "channel.added": { code: string }
  "channel.opened": { code: string }
  "channel.closed": { code: string }
  "responses.restored": Judged
  "responses.withdrawn": Judged
}
export type ChannelEvent = EventOf<ChannelEventDetail, typeof CHANNEL_PUBLICITY>
