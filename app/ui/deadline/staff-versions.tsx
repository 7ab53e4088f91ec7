/** Which versions of which year were imported, and which one counts. */
import { useTranslation } from "react-i18next"
import { ScrollRegion } from "~/ui/page/scroll-region"
import { Instant } from "~/ui/page/dates"

type Version = { id: string; year: number; source: string; importedAt: Date | string }

/** `versions` are newest first within a year. */
export function CalendarVersions({ versions }: { versions: Version[] }) {
  const { t } = useTranslation("deadline-calendar")
  return (
    <ScrollRegion label={t("versions.title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("versions.year")}</th>
            <th scope="col">{t("versions.source")}</th>
            <th scope="col">{t("versions.importedAt")}</th>
            <th scope="col">{t("versions.state")}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ id, year, source, importedAt }) => (
            <tr key={id}>
              <td className="nowrap">{t("year", { roc: year - 1911, year })}</td>
              <td>{source}</td>
              <td className="nowrap">
                <Instant at={importedAt} />
              </td>
              <td className="nowrap">
                {versions.find((version) => version.year === year)?.id === id
                  ? t("versions.inForce")
                  : t("versions.replaced")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
