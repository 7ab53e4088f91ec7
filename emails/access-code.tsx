/** Tells the number and the access code once more, to the address that was confirmed. */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { Facts, FollowButton, Paragraph } from "./letter-paper"

export const accessCode = defineLetter(LETTER_PROPS["access-code"], (props, words) => {
  const { t } = words
  const subject = t("access-code.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>{t("access-code.body")}</Paragraph>
      <Facts
        rows={[
          [t("number"), props.number],
          [t("accessCode"), props.accessCode],
        ]}
      />
      <Paragraph>{t("access-code.not-you")}</Paragraph>
      <FollowButton words={words} basics={props} />
    </>
  )
  return { subject, body }
})
