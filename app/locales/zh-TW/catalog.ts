/** Every word in zh-TW. */
import page from "./page.json"
import form from "./form.json"
import survey from "./survey.json"
import petition from "./petition.json"
import deadline from "./deadline.json"
import letter from "./letter.json"
import desk from "./desk.json"
import casework from "./casework.json"
import results from "./results.json"
import statistics from "./statistics.json"
import improvement from "./improvement.json"
import access from "./access.json"
import calendar from "./calendar.json"
import outbox from "./outbox.json"

export const catalog = {
  page,
  form,
  survey,
  petition,
  deadline,
  letter,
  desk,
  casework,
  results,
  statistics,
  improvement,
  access,
  calendar,
  outbox,
}
