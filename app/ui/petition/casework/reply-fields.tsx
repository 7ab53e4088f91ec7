/** What a reply must carry: the result, the facts, the reason, the law, and where else one may turn. */
import { useTranslation } from "react-i18next"
import type { RefusedForm } from "~/domain/outcome"
import { DISPOSITIONS, REMEDIES } from "~/domain/letter/statements"
import { Choices } from "~/ui/form/choices"
import { TextArea, TextField } from "~/ui/form/field"
import type { ReplyPaper } from "./case-papers"

type ReplyFieldsProps = { draft: ReplyPaper | null; refused: RefusedForm | null | undefined }

export function ReplyFields({ draft, refused }: ReplyFieldsProps) {
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework" } as const
  return (
    <>
      <Choices
        name="disposition"
        label={t("fields.disposition")}
        options={DISPOSITIONS.map((value) => ({ value, label: t(`dispositions.${value}`) }))}
        {...(draft ? { value: draft.disposition } : {})}
        {...field}
        required
      />
      <TextArea
        name="body"
        label={t("fields.body")}
        hint={t("fields.body-hint")}
        rows={12}
        value={draft?.body ?? ""}
        {...field}
        required
      />
      <TextArea
        name="reason"
        label={t("fields.not-founded-reason")}
        hint={t("fields.not-founded-hint")}
        rows={4}
        value={draft?.reason ?? ""}
        {...field}
      />
      <TextField
        name="legalBasis"
        label={t("fields.legal-basis")}
        hint={t("fields.legal-basis-hint")}
        value={draft?.legalBasis ?? ""}
        {...field}
      />
      <Choices
        name="remedies"
        label={t("fields.remedies")}
        hint={t("fields.remedies-hint")}
        several
        options={REMEDIES.map((value) => ({ value, label: t(`remedies.${value}`) }))}
        value={draft?.remedies ?? []}
        {...field}
      />
    </>
  )
}
