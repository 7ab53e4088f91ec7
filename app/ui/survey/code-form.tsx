/** One box for the short code of a poster; a GET, so that it needs neither script nor a key. */
import { useTranslation } from "react-i18next"
import { TextField } from "~/ui/form/field"

export function CodeForm({ typed = "", isWrong = false }: { typed?: string; isWrong?: boolean }) {
  const { t } = useTranslation("survey")
  const problems = isWrong ? [{ code: "code-unknown", field: "code" }] : []
  return (
    <form action="/s" method="get" noValidate>
      <TextField
        name="code"
        label={t("find.label")}
        hint={t("find.hint")}
        refused={{ problems, entered: { code: typed } }}
        topic="survey"
        autoComplete="off"
        required
      />
      <button>{t("find.submit")}</button>
    </form>
  )
}
