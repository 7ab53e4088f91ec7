/** The six items that 個人資料保護法 §8 asks to be told before anything personal is typed: folded, above the fields. */
import { useTranslation } from "react-i18next"
import { officeNameIn } from "./office-name"

type Office = { name: string; nameEn: string; phone: string }

export function PrivacyNotice({ office }: { office: Office }) {
  const { t, i18n } = useTranslation("petition")
  return (
    <details className="told">
      <summary>{t("notice.title")}</summary>
      <ul>
        <li>{t("notice.who", { office: officeNameIn(office, i18n.language) })}</li>
        <li>{t("notice.purpose")}</li>
        <li>{t("notice.categories")}</li>
        <li>{t("notice.use")}</li>
        <li>{t("notice.rights", { phone: office.phone })}</li>
        <li>{t("notice.optional")}</li>
      </ul>
    </details>
  )
}
