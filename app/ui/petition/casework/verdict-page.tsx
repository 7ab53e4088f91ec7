/** The page of a second person, for replies, extensions and declines: what is judged, the two answers, and the remark that a return needs. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Choices } from "~/ui/form/choices"
import { TextArea } from "~/ui/form/field"
import { type ActionHead, ActionPage, useActionForm } from "./action-page"

type VerdictPageProps = {
  head: ActionHead
  papers: ReactNode
  approve: "approve-reply" | "approve-decline" | "approve-extension"
  refuse: "return-reply" | "refuse-decline" | "refuse-extension"
}

export function VerdictPage({ head, papers, approve, refuse }: VerdictPageProps) {
  const { t } = useTranslation("petition-casework")
  const { field } = useActionForm()
  return (
    <ActionPage head={head} papers={papers}>
      <Choices
        name="decision"
        label={t("fields.decision")}
        options={[
          { value: "approve", label: t(`fields.${approve}`) },
          { value: "return", label: t(`fields.${refuse}`) },
        ]}
        {...field}
      />
      <TextArea
        name="remark"
        label={t("fields.remark")}
        hint={t("fields.remark-hint")}
        rows={4}
        {...field}
        required={false}
      />
    </ActionPage>
  )
}
