/** Every word in vi. */
import page from "./page.json"
import form from "./form.json"
import survey from "./survey.json"
import petition from "./petition.json"
import deadline from "./deadline.json"
import letter from "./letter.json"

export const catalog = { page, form, survey, petition, deadline, letter }
