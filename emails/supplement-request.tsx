/** Asks for what is unclear (補陳, §171 II). */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { FollowButton, Paragraph, Written } from "./letter-paper"

export const supplementRequest = defineLetter(
  LETTER_PROPS["supplement-request"],
  (props, words) => {
    const { t } = words
    const subject = t("supplement-request.subject", { number: props.number })
    const body = (
      <>
        <Paragraph>{t("supplement-request.body", { subject: props.subject })}</Paragraph>
        <Written text={props.question} />
        <Paragraph>{t("supplement-request.by", { by: words.date(props.answerBy) })}</Paragraph>
        <FollowButton words={words} basics={props} />
      </>
    )
    return { subject, body }
  },
)
