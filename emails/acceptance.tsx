/** Says that the petition was accepted: number, access code, and the day of the reply. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { Facts, FollowButton, Paragraph, Written } from "./letter-paper"

export const acceptance = defineLetter(LETTER_PROPS.acceptance, (props, words) => {
  const { t } = words
  const subject = t("acceptance.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>
        {t("acceptance.body", { subject: props.subject, dueOn: words.date(props.dueOn) })}
      </Paragraph>
      <Facts
        rows={[
          [t("number"), props.number],
          [t("accessCode"), props.accessCode],
          [t("dueOn"), words.date(props.dueOn)],
        ]}
      />
      <Paragraph>{t("acceptance.keep")}</Paragraph>
      <FollowButton words={words} basics={props} />
      <Paragraph>{t("acceptance.copy")}</Paragraph>
      <Written text={`${props.subject}\n\n${props.content}`} />
    </>
  )
  return { subject, body }
})
