/** The two answers of a second person, and the remark that a return needs. */
import { useTranslation } from "react-i18next"
import type { RefusedForm } from "~/domain/outcome"
import { Choices } from "~/ui/form/choices"
import { TextArea } from "~/ui/form/field"

type VerdictProps = { approve: string; refuse: string; refused: RefusedForm | null | undefined }

export function VerdictFields({ approve, refuse, refused }: VerdictProps) {
  const { t } = useTranslation("petition-casework")
  return (
    <>
      <Choices
        name="decision"
        label={t("fields.decision")}
        options={[
          { value: "approve", label: approve },
          { value: "return", label: refuse },
        ]}
        required
        refused={refused ?? null}
        topic="petition-casework"
      />
      <TextArea
        name="remark"
        label={t("fields.remark")}
        hint={t("fields.remark-hint")}
        rows={4}
        refused={refused ?? null}
        topic="petition-casework"
      />
    </>
  )
}
