/** Reads a legal day from text that somebody sent. */
import { z } from "zod"
import { isCalendarDate } from "./calendar-date"

export const CalendarDateSchema = z.string().refine(isCalendarDate, "not-a-date")
