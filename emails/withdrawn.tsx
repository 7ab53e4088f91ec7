/** Confirms that the petition was taken back at the petitioner's wish. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { Paragraph } from "./letter-paper"

export const withdrawn = defineLetter(LETTER_PROPS.withdrawn, (props, words) => {
  const { t } = words
  const subject = t("withdrawn.subject", { number: props.number })
  const body = <Paragraph>{t("withdrawn.body", { subject: props.subject })}</Paragraph>
  return { subject, body }
})
