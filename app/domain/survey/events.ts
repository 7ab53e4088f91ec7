/** What happens to questionnaires and to the places where they are reached. */
import type { EventOf } from "../change"

export const QUESTIONNAIRE_PUBLICITY = { "questionnaire.published": false } as const

type QuestionnaireEventDetail = { "questionnaire.published": { number: number } }
export type QuestionnaireEvent = EventOf<QuestionnaireEventDetail, typeof QUESTIONNAIRE_PUBLICITY>

export const CHANNEL_PUBLICITY = {
  "channel.added": false,
  "channel.opened": false,
  "channel.closed": false,
} as const

type ChannelEventDetail = {
  [Kind in keyof typeof CHANNEL_PUBLICITY]: { code: string }
}
export type ChannelEvent = EventOf<ChannelEventDetail, typeof CHANNEL_PUBLICITY>
