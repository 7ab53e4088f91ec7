/** Says which section works on it. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { FollowButton, Paragraph } from "./letter-paper"

export const assignment = defineLetter(LETTER_PROPS.assignment, (props, words) => {
  const { t } = words
  const subject = t("assignment.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>
        {t("assignment.body", {
          subject: props.subject,
          section: props.sectionName,
          dueOn: words.date(props.dueOn),
        })}
      </Paragraph>
      <FollowButton words={words} basics={props} />
    </>
  )
  return { subject, body }
})
