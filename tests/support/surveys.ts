/** A published questionnaire and an open channel, for tests that need answers. */
import { type Mode } from "~/domain/survey/channel"
import { openChannelOr404 } from "~/server/survey/questionnaires.server"
import { addChannel, publishQuestionnaire } from "~/server/survey/publishing.server"
import content from "#prisma/seeds/questionnaire.json"
import { type TestOffice } from "./people"

export const WHOLE = { attitude: "5", expertise: "4", speed: "4", waiting: "3", overall: "5" }

/** The household office's questionnaire reached through a channel with that code. */
export async function aChannel(office: TestOffice, code: string, mode: Mode = "qr") {
  await publishQuestionnaire({ slug: "visit", title: content.title["zh-TW"], content }, null)
  const label = { "zh-TW": "3 號櫃檯", en: "Counter 3" }
  await addChannel({ slug: "visit", code, officeId: office.id, mode, label }, null)
  return openChannelOr404(code)
}
