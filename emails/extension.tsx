/** Tells the reason for taking longer in writing (展期), and the new day. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { FollowButton, Paragraph, Written } from "./letter-paper"

export const extension = defineLetter(LETTER_PROPS.extension, (props, words) => {
  const { t } = words
  const subject = t("extension.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>{t("extension.body", { subject: props.subject })}</Paragraph>
      <Written text={props.reason} />
      <Paragraph>{t("extension.until", { dueOn: words.date(props.dueOn) })}</Paragraph>
      <FollowButton words={words} basics={props} />
    </>
  )
  return { subject, body }
})
