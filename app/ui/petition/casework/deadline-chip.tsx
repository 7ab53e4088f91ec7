/** How many working days are left, in words and with the date; colour only repeats what the words say. */
import { useTranslation } from "react-i18next"
import type { CalendarDate } from "~/domain/deadline/calendar-date"
import { dateInWords } from "~/domain/deadline/date-words"

/** `daysLeft` in working days, negative when overdue, null where the calendar does not reach; undefined when the clock stands. */
export type Due = { dueOn: CalendarDate; daysLeft: number | null | undefined }

const SOON_WORKING_DAYS = 2

export function DeadlineChip({ dueOn, daysLeft }: Due) {
  const { t } = useTranslation("petition-casework")
  if (daysLeft === undefined) {
    return (
      <>
        <span className="chip">{t("deadline.stopped")}</span> <DueDate dueOn={dueOn} />
      </>
    )
  }
  const tone =
    daysLeft === null ? "" : daysLeft < 0 ? " late" : daysLeft <= SOON_WORKING_DAYS ? " soon" : ""
  return (
    <>
      <span className={`chip${tone}`}>{useDaysInWords(daysLeft)}</span> <DueDate dueOn={dueOn} />
    </>
  )
}

function useDaysInWords(daysLeft: number | null): string {
  const { t } = useTranslation("petition-casework")
  if (daysLeft === null) return t("deadline.unknown")
  if (daysLeft < 0) return t("deadline.overdue", { count: -daysLeft })
  return daysLeft === 0 ? t("deadline.today") : t("deadline.left", { count: daysLeft })
}

function DueDate({ dueOn }: { dueOn: CalendarDate }) {
  return (
    <time dateTime={dueOn} className="due-date">
      {dateInWords(dueOn, "zh-TW")}
    </time>
  )
}
