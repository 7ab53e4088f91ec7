/** Every word in zh-TW. */
import page from "./page.json"
import form from "./form.json"
import survey from "./survey.json"
import petition from "./petition.json"
import deadline from "./deadline.json"
import letter from "./letter.json"
import desk from "./page-staff.json"
import casework from "./petition-casework.json"
import results from "./survey-results.json"
import statistics from "./statistics.json"
import trends from "./statistics-trends.json"
import improvement from "./improvement.json"
import access from "./access.json"
import calendar from "./deadline-calendar.json"
import outbox from "./petition-outbox.json"

export const catalog = {
  page,
  form,
  survey,
  petition,
  deadline,
  letter,
  "page-staff": desk,
  "petition-casework": casework,
  "survey-results": results,
  statistics,
  "statistics-trends": trends,
  improvement,
  access,
  "deadline-calendar": calendar,
  "petition-outbox": outbox,
}
