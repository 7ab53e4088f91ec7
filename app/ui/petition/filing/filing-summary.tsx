/** Everything that was written, page by page, each with its way back; first of all to whom it goes. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { FilingAnswers } from "~/domain/petition/filing/draft"
import type { AskingStep } from "~/domain/petition/filing/filing"

type Filing = FilingAnswers & {
  draftId: string
  office: string
  category: string
  isAlwaysConfidential: boolean
}

export function FilingSummary({ what, content, contact, ...filing }: Filing) {
  const { t } = useTranslation("petition")
  const { draftId, office, category, isAlwaysConfidential } = filing
  const orEmpty = (text: string | null | undefined) => text ?? t("check.empty")
  const wish = content?.confidential ? "confidential" : "notConfidential"
  return (
    <>
      <dl className="to">
        <Row label={t("check.office")}>{office}</Row>
      </dl>
      <Part {...{ draftId, step: "what" }} title={t("what.title")}>
        <Row label={t("what.nature")}>{what && t(`natures.${what.nature}`)}</Row>
        <Row label={t("what.category")}>{category}</Row>
      </Part>
      <Part {...{ draftId, step: "content" }} title={t("content.title")}>
        <Row label={t("content.subject")}>{content?.subject}</Row>
        <Row label={t("content.content")}>{content?.content}</Row>
        <Row label={t("content.confidential")}>
          {t(`check.${isAlwaysConfidential ? "always-confidential" : wish}`)}
        </Row>
      </Part>
      <Part {...{ draftId, step: "contact" }} title={t("contact.title")}>
        <Row label={t("contact.name")}>{contact?.name}</Row>
        <Row label={t("contact.email")}>{orEmpty(contact?.email)}</Row>
        <Row label={t("contact.phone")}>{orEmpty(contact?.phone)}</Row>
        <Row label={t("contact.address")}>{orEmpty(contact?.address)}</Row>
      </Part>
    </>
  )
}

type PartProps = { draftId: string; step: AskingStep; title: string; children: ReactNode }

function Part({ draftId, step, title, children }: PartProps) {
  const { t } = useTranslation("petition")
  return (
    <section aria-labelledby={`part-${step}`}>
      <div className="head">
        <h2 id={`part-${step}`}>{title}</h2>
        <a
          className="back"
          href={`/petitions/new/${step}?draft=${draftId}`}
          aria-label={t("check.changeOf", { title })}
        >
          {t("check.change")}
        </a>
      </div>
      <dl>{children}</dl>
    </section>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
