/** The answer: what was found, why, on which legal basis, and where else to turn (§171, §172 II). */
import { LETTER_PROPS } from "~/domain/letter/letters.schema"
import { defineLetter } from "./define-letter"
import { FollowButton, Paragraph, Written } from "./letter-paper"

export const reply = defineLetter(LETTER_PROPS.reply, (props, words) => {
  const { t } = words
  const subject = t("reply.subject", { number: props.number })
  const body = (
    <>
      <Paragraph>{t("reply.body", { subject: props.subject })}</Paragraph>
      <Paragraph>{t(`reply.dispositions.${props.disposition}`)}</Paragraph>
      <Written text={props.body} />
      {props.reason && <Paragraph>{t("reply.reason")}</Paragraph>}
      {props.reason && <Written text={props.reason} />}
      {props.legalBasis && <Paragraph>{t("reply.legalBasis")}</Paragraph>}
      {props.legalBasis && <Written text={props.legalBasis} />}
      {props.remedies.length > 0 && <Paragraph>{t("reply.remediesTitle")}</Paragraph>}
      {props.remedies.map((remedy) => (
        <Paragraph key={remedy}>{t(`reply.remedies.${remedy}`)}</Paragraph>
      ))}
      <FollowButton words={words} basics={props} />
    </>
  )
  return { subject, body }
})
