/** Says that it is not processed, on which of the three grounds of §173, and why. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { Paragraph, Written } from "./letter-paper"

export const notProcessed = defineLetter(LETTER_PROPS["not-processed"], (props, words) => {
  const { t } = words
  const subject = t("not-processed.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>{t("not-processed.body", { subject: props.subject })}</Paragraph>
      <Paragraph>{t(`not-processed.grounds.${props.ground}`)}</Paragraph>
      <Paragraph>{t("not-processed.reason")}</Paragraph>
      <Written text={props.reason} />
      {props.earlier.length > 0 && (
        <Paragraph>{t("not-processed.earlier", { numbers: props.earlier.join(", ") })}</Paragraph>
      )}
    </>
  )
  return { subject, body }
})
