/**
 * Asks the petitioner to confirm the address. The link opens a page; only the button there confirms. Anybody can type
 * anybody's address, so until then the letter carries none of the writer's words.
 */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { LinkButton, Paragraph } from "./letter-paper"

export const confirmation = defineLetter(LETTER_PROPS.confirmation, (props, words) => {
  const { t } = words
  const subject = t("confirmation.subject")
  const body = (
    <>
      <Paragraph>{t("confirmation.body")}</Paragraph>
      <LinkButton href={props.confirmUrl} label={t("confirmation.button")} />
      <Paragraph>{t("confirmation.by", { by: words.instant(props.confirmBy) })}</Paragraph>
      <Paragraph>{t("confirmation.notYou")}</Paragraph>
    </>
  )
  return { subject, body }
})
