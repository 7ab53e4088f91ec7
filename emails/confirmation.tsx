/** Asks the petitioner to confirm the address. The link opens a page; only the button there confirms. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { LinkButton, Paragraph } from "./letter-paper"

export const confirmation = defineLetter(LETTER_PROPS.confirmation, (props, words) => {
  const { t } = words
  const subject = t("confirmation.subject", { subject: props.subject })
  const body = (
    <>
      <Paragraph>{t("confirmation.body", { subject: props.subject })}</Paragraph>
      <LinkButton href={props.confirmUrl} label={t("confirmation.button")} />
      <Paragraph>{t("confirmation.by", { by: words.instant(props.confirmBy) })}</Paragraph>
      <Paragraph>{t("confirmation.notYou")}</Paragraph>
    </>
  )
  return { subject, body }
})
