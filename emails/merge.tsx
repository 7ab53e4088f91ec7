/** Says with which case it was joined (併案), and when both are answered. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { FollowButton, Paragraph } from "./letter-paper"

export const merge = defineLetter(LETTER_PROPS.merge, (props, words) => {
  const { t } = words
  const subject = t("merge.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>
        {t("merge.body", {
          subject: props.subject,
          mainNumber: props.mainNumber,
          dueOn: words.date(props.dueOn),
        })}
      </Paragraph>
      <FollowButton words={words} basics={props} />
    </>
  )
  return { subject, body }
})
