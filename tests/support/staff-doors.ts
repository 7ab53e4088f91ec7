/**
 * Who may come in where: every address of the back office, written down here and nowhere derived. The tests knock at
 * each door as each person; whoever is not named gets 403.
 */

/** Who works in an office. The colleague is a case officer who does not hold the case in question. */
export const PEOPLE = [
  "director",
  "secretary",
  "section_chief",
  "planning_officer",
  "case_officer",
  "colleague",
  "administrator",
] as const
export type Person = (typeof PEOPLE)[number]
type Who = readonly Person[]

const ALL: Who = PEOPLE
const ON_CASES: Who = PEOPLE.filter((person) => person !== "administrator")
const SUPERVISORS: Who = ["director", "secretary", "section_chief"]
const DECIDERS: Who = [...SUPERVISORS, "planning_officer"]
const CONTROL: Who = ["director", "secretary", "planning_officer"]
const CALENDAR: Who = [...CONTROL, "administrator"]
const HEAD: Who = ["director"]

/** `get`, `post`: who may, and what an empty form is answered with. `elsewhere`: what another office's director finds. */
export type Door = {
  get: Who
  shows?: 200 | 302 | 404
  post?: Who
  /** What an empty form is answered with by whoever may send it; by default 422. */
  answers?: 302 | 409
  elsewhere: 200 | 302 | 404 | 403
}

/** Doors that do not lead into one case. */
export const STAFF_DOORS: Record<string, Door> = {
  staff: { get: ON_CASES, elsewhere: 200 },
  "staff/petitions": { get: ON_CASES, elsewhere: 200 },
  "staff/petitions/new": { get: ON_CASES, post: ON_CASES, elsewhere: 200 },
  "staff/surveys": { get: ON_CASES, elsewhere: 200 },
  "staff/surveys/:slug/results": { get: ON_CASES, elsewhere: 200 },
  "staff/surveys/flagged": { get: ON_CASES, elsewhere: 200 },
  "staff/surveys/flagged/:code/:day/:reason": {
    ...{ get: ON_CASES, shows: 302 }, // nothing is flagged there
    ...{ post: CONTROL, answers: 302, elsewhere: 302 },
  },
  "staff/unconfirmed": { get: ON_CASES, elsewhere: 200 },
  "staff/unconfirmed/:id": { get: ON_CASES, post: ON_CASES, elsewhere: 200 },
  "staff/reports/:report": { get: ON_CASES, elsewhere: 200 },
  "staff/kept/:id": { get: ALL, shows: 404, elsewhere: 404 },
  "staff/channels/:code": { get: ON_CASES, post: CONTROL, elsewhere: 404 },
  "staff/calendar": { get: ALL, post: CALENDAR, elsewhere: 200 },
  "staff/calendar/removal": { get: ALL, shows: 302, post: CALENDAR, elsewhere: 302 },
  "staff/calendar/import": { get: CALENDAR, post: CALENDAR, elsewhere: 200 },
  "staff/calendar/import/confirmed": {
    get: CALENDAR,
    shows: 302,
    post: CALENDAR,
    elsewhere: 302,
  },
  "staff/trends": { get: ON_CASES, elsewhere: 200 },
  "staff/findings": { get: ON_CASES, elsewhere: 200 },
  "staff/findings/:id": { get: ON_CASES, post: DECIDERS, elsewhere: 404 },
  "staff/findings/:id/dismissal": { get: DECIDERS, post: DECIDERS, elsewhere: 404 },
  "staff/findings/:id/plan-item": { get: DECIDERS, post: DECIDERS, elsewhere: 404 },
  "staff/plans": { get: ON_CASES, elsewhere: 200 },
  "staff/plans/new": { get: DECIDERS, post: DECIDERS, elsewhere: 200 },
  "staff/plans/:id": { get: ON_CASES, elsewhere: 404 },
  "staff/plans/:id/approval": { get: HEAD, post: HEAD, elsewhere: 404 },
  "staff/plans/:id/items/new": { get: DECIDERS, post: DECIDERS, elsewhere: 404 },
  "staff/plans/:id/items/:number": { get: ON_CASES, post: DECIDERS, elsewhere: 404 },
  "staff/password": { get: ALL, post: ALL, elsewhere: 200 },
  "staff/outbox": { get: CONTROL, elsewhere: 200 },
  // a letter on its way is not sent again
  "staff/outbox/:id": { get: CONTROL, post: CONTROL, answers: 409, elsewhere: 404 },
}

/** Doors that open before one has signed in. */
export const OPEN_DOORS = ["staff/sign-in", "staff/sign-out"]

/** Which state of a case lets its door be tried. */
export type Sample =
  "new" | "assigned" | "submitted" | "decline-asked" | "extension-asked" | "replied" | "oral"

/**
 * Doors into one case that a case officer of the first section holds (a new one: nobody). One column for each of
 * PEOPLE. An empty form is answered with 422 by whoever has the permission; what it would do is refused later where
 * the case is not the person's.
 */
export type CaseDoor = { sample: Sample; get: string; post?: string; confidential: string }

export const CASE_DOORS: Record<string, CaseDoor> = {
  "": {
    ...{ sample: "assigned", get: "200 200 200 200 200 200 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/code": {
    sample: "assigned",
    ...{ get: "200 200 200 200 200 403 403", post: "422 422 422 422 422 422 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/record": {
    ...{ sample: "oral", get: "200 200 200 200 404 404 403" },
    confidential: "200 200 404 200 404 404 403",
  },
  "/letters/:id": {
    ...{ sample: "assigned", get: "200 200 200 200 200 404 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/triage": {
    ...{ sample: "new", get: "200 200 200 200 403 403 403", post: "422 422 422 422 403 403 403" },
    confidential: "200 200 404 200 403 403 403",
  },
  "/reassignment": {
    sample: "assigned",
    ...{ get: "200 200 200 200 403 403 403", post: "422 422 422 422 403 403 403" },
    confidential: "200 200 200 200 403 403 403",
  },
  "/transfer": {
    sample: "assigned",
    ...{ get: "200 200 403 200 403 403 403", post: "422 422 403 422 403 403 403" },
    confidential: "200 200 403 200 403 403 403",
  },
  "/merge": {
    sample: "assigned",
    ...{ get: "200 200 403 200 403 403 403", post: "422 422 403 422 403 403 403" },
    confidential: "200 200 403 200 403 403 403",
  },
  "/decline": {
    sample: "assigned",
    ...{ get: "200 200 200 200 200 403 403", post: "422 422 422 422 422 422 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/decline-approval": {
    sample: "decline-asked",
    ...{ get: "200 200 403 200 403 403 403", post: "422 422 403 422 403 403 403" },
    confidential: "200 200 403 200 403 403 403",
  },
  "/supplement": {
    sample: "assigned",
    ...{ get: "200 200 200 200 200 403 403", post: "422 422 422 422 422 422 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/extension": {
    sample: "assigned",
    ...{ get: "200 200 200 200 200 403 403", post: "422 422 422 422 422 422 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/extension-approval": {
    sample: "extension-asked",
    ...{ get: "200 200 200 403 403 403 403", post: "422 422 422 403 403 403 403" },
    confidential: "200 200 200 403 403 403 403",
  },
  "/reply": {
    sample: "assigned",
    ...{ get: "200 200 200 200 200 403 403", post: "422 422 422 422 422 422 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/approval": {
    sample: "submitted",
    ...{ get: "200 200 200 403 403 403 403", post: "422 422 422 403 403 403 403" },
    confidential: "200 200 200 403 403 403 403",
  },
  "/closure": {
    sample: "replied",
    ...{ get: "200 200 200 200 200 403 403", post: "422 422 422 422 422 422 403" },
    confidential: "200 200 200 200 200 404 403",
  },
  "/note": {
    sample: "assigned",
    ...{ get: "200 200 200 200 200 200 403", post: "422 422 422 422 422 422 403" },
    confidential: "200 200 200 200 200 404 403",
  },
}
