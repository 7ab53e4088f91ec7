/** Everything that was written, page by page, each with its way back. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AskingStep, FilingDraft } from "~/domain/petition/filing/filing"

type Filing = Pick<FilingDraft, "what" | "content" | "contact"> & { category: string }

export function FilingSummary({ what, content, contact, category }: Filing) {
  const { t } = useTranslation("petition")
  const orEmpty = (text: string | null | undefined) => text ?? t("check.empty")
  return (
    <>
      <Part step="what" title={t("what.title")}>
        <Row label={t("what.nature")}>{what && t(`natures.${what.nature}`)}</Row>
        <Row label={t("what.category")}>{category}</Row>
      </Part>
      <Part step="content" title={t("content.title")}>
        <Row label={t("content.subject")}>{content?.subject}</Row>
        <Row label={t("content.content")}>{content?.content}</Row>
        <Row label={t("content.confidential")}>
          {content?.confidential ? t("check.confidential") : t("check.notConfidential")}
        </Row>
      </Part>
      <Part step="contact" title={t("contact.title")}>
        <Row label={t("contact.name")}>{contact?.name}</Row>
        <Row label={t("contact.email")}>{orEmpty(contact?.email)}</Row>
        <Row label={t("contact.phone")}>{orEmpty(contact?.phone)}</Row>
        <Row label={t("contact.address")}>{orEmpty(contact?.address)}</Row>
      </Part>
    </>
  )
}

function Part({ step, title, children }: { step: AskingStep; title: string; children: ReactNode }) {
  const { t } = useTranslation("petition")
  return (
    <section aria-labelledby={`part-${step}`}>
      <div className="head">
        <h2 id={`part-${step}`}>{title}</h2>
        <a
          className="back"
          href={`/petitions/new/${step}`}
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
