/** The demonstration's questionnaire and its channels, published as a person would. */
import { accept, type Outcome } from "~/domain/outcome"
import { type Mode } from "~/domain/survey/channel"
import { type Words } from "~/domain/words"
import { addChannel, publishQuestionnaire } from "~/server/survey/publishing.server"
import content from "./questionnaire.json"

export const SEED_SLUG = "visit"

/** Every office has the same three: a code on the counter's sign, a tablet by the door, a link on its web site. */
export const SEED_CHANNELS: { suffix: string; mode: Mode; label: Words }[] = [
  {
    suffix: "counter",
    mode: "qr",
    label: { "zh-TW": "櫃檯 QR 碼", en: "Counter", vi: "Quầy", id: "Loket" },
  },
  {
    suffix: "hall",
    mode: "tablet",
    label: {
      "zh-TW": "大廳平板",
      en: "Tablet in the hall",
      vi: "Máy tính bảng",
      id: "Tablet di ruang tunggu",
    },
  },
  {
    suffix: "web",
    mode: "web",
    label: { "zh-TW": "本所網站", en: "Web site", vi: "Trang web", id: "Situs web" },
  },
]

/** The address of an office's channel: "zz-counter". */
export const seedChannelCode = (officeCode: string, suffix: string): string =>
  `${officeCode.toLowerCase()}-${suffix}`

/** Publishes the questionnaire and adds the channels of the offices; again, it changes nothing. */
export async function seedQuestionnaire(
  offices: { id: string; code: string }[],
): Promise<Outcome<null>> {
  const draft = { slug: SEED_SLUG, title: content.title["zh-TW"], content }
  const published = await publishQuestionnaire(draft, null)
  if (!published.ok && published.problems[0]?.code !== "nothing-changed") return published
  for (const office of offices) {
    for (const { suffix, mode, label } of SEED_CHANNELS) {
      const code = seedChannelCode(office.code, suffix)
      const added = await addChannel(
        { slug: SEED_SLUG, code, officeId: office.id, mode, label },
        null,
      )
      if (!added.ok && added.problems[0]?.code !== "code-taken") return added
    }
  }
  return accept(null)
}
