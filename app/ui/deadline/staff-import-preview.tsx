/** What an import would change, before anybody imports. */
import { useTranslation } from "react-i18next"
import type { DayChange } from "~/domain/deadline/calendar-file"
import type { KnownDay } from "~/domain/deadline/office-calendar"
import { Day } from "~/ui/page/dates"
import { ScrollRegion } from "~/ui/page/scroll-region"

export type Preview = {
  year: number
  working: number
  off: number
  isFirst: boolean
  changes: DayChange[]
}

export function ImportPreviewTable({ working, off, isFirst, changes }: Preview) {
  const { t } = useTranslation("deadline-calendar")
  if (isFirst) return <p>{t("import.first", { working, off })}</p>
  return (
    <>
      <p>{t("import.changes", { count: changes.length })}</p>
      <ScrollRegion label={t("import.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("import.day")}</th>
              <th scope="col">{t("import.before")}</th>
              <th scope="col">{t("import.after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ date, before, after }) => (
              <tr key={date}>
                <td className="nowrap">
                  <Day on={date} />
                </td>
                <td>{before ? inWords(before) : ""}</td>
                <td>{inWords(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )

  function inWords({ isWorkingDay, name }: KnownDay): string {
    const state = t(isWorkingDay ? "import.working" : "import.off")
    return name ? t("import.named", { state, name }) : state
  }
}
