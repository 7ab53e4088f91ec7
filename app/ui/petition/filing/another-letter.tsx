/** No letter, or a slip in the address: the letter once more, or the telephone. */
import { useTranslation } from "react-i18next"
import type { RefusedForm } from "~/domain/outcome"
import { TextField } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"

type AnotherLetterProps = {
  sent: {
    email: string
    hasPhone: boolean
    isResent: boolean
    refused: RefusedForm | null
    office: { phone: string }
  }
}

export function AnotherLetter({ sent }: AnotherLetterProps) {
  const { t } = useTranslation("petition")
  const { email, hasPhone, isResent, refused, office } = sent
  return (
    <section aria-labelledby="another">
      {isResent ? (
        <p className="notice" role="status">
          {t("another.done", { email })}
        </p>
      ) : null}
      <h2 id="another">{t("another.title")}</h2>
      <p>{t("another.lead")}</p>
      <form method="post" noValidate>
        <FormGuard />
        <TextField
          {...{ name: "email", type: "email", autoComplete: "email", inputMode: "email" }}
          {...{ refused, topic: "petition", required: true, value: email }}
          label={t("contact.email")}
        />
        <button className="quiet">{t("another.submit")}</button>
      </form>
      <p className="soft">{t(`another.${hasPhone ? "by-phone" : "call"}`, office)}</p>
    </section>
  )
}
