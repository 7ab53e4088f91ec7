/** Says to which agency the petition was sent (移送, §172 I). */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { Paragraph, Written } from "./letter-paper"

export const transfer = defineLetter(LETTER_PROPS.transfer, (props, words) => {
  const { t } = words
  const subject = t("transfer.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>{t("transfer.body", { subject: props.subject, agency: props.agency })}</Paragraph>
      <Paragraph>{t("transfer.reason")}</Paragraph>
      <Written text={props.reason} />
    </>
  )
  return { subject, body }
})
