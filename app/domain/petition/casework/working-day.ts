/** The day on which something is decided, with the calendar that its deadlines are counted by. */
import type { CalendarDate } from "../../deadline/calendar-date"
import type { OfficeCalendar } from "../../deadline/office-calendar"
import type { CaseworkRules } from "./rules"

export type WorkingDay = { today: CalendarDate; calendar: OfficeCalendar; rules?: CaseworkRules }
