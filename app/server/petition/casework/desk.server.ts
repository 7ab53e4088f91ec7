/** A case on the desk of a person who may see it: opened, judged, and put back when an action is done. */
import { redirect } from "@remix-run/node"
import type { Staff } from "~/domain/access/permission"
import { workingDaysLeft } from "~/domain/deadline/time-left"
import type { Outcome } from "~/domain/outcome"
import { ACTION_RULES, type CaseAction, permissionOf } from "~/domain/petition/casework/actions/all"
import { maySee, whyNot } from "~/domain/petition/casework/may-act"
import { isOpen, isRegistered, type RegisteredPetition } from "~/domain/petition/petition"
import { petitionOf } from "~/domain/petition/petition-row"
import { officeCalendar } from "../../deadline/calendar.server"
import { today } from "../../tools/clock.server"
import { db } from "../../tools/db.server"
import { type Entered, showProblems } from "../../tools/form.server"
import { wordsFor } from "../../tools/locale.server"
import { petitionVersion } from "../change.server"
import { requireStaff } from "../../access/session.server"
import { sayWhoChanged } from "./who-changed.server"

/** A case on a person's desk: the petition, the version it was read at, who is looking, and for which action. */
export type Desk = {
  staff: Staff
  petition: RegisteredPetition
  seen: string
  action?: CaseAction | undefined
}

/**
 * Opens a case for someone who wants to do an action (or, without one, to look at it). Throws 403 where the role
 * may not, 404 where there is no such case for this person: another office's case, and a confidential one that
 * is not theirs, look as if they did not exist.
 */
export async function requireCase(
  request: Request,
  number: string | undefined,
  action?: CaseAction,
): Promise<Desk> {
  const staff = await requireStaff(request, action ? permissionOf(action) : "petition.view")
  const row = await db().petition.findFirst({
    where: { number: number ?? "", officeId: staff.officeId },
    include: { merged: { select: { id: true }, orderBy: { id: "asc" } } },
  })
  const petition = row && petitionOf(row)
  if (!petition || !isRegistered(petition) || !maySee(petition, staff))
    throw new Response(null, { status: 404 })
  return { staff, petition, seen: await petitionVersion(db(), petition.id), action }
}

/** The deadline of a case as of today; without days left where the clock stands still. */
export async function readClock({ petition }: Desk) {
  const { clock, officeId } = petition
  const calendar = await officeCalendar(officeId)
  const { receivedOn, dueOn, statutoryDueOn, trace } = clock
  const daysLeft = isOpen(petition) ? workingDaysLeft(dueOn, today(), calendar) : undefined
  return { receivedOn, dueOn, statutoryDueOn, counts: trace, daysLeft }
}

/** What the form of an action shows of the case. An action that is not open to this person now throws its page away. */
export async function readActionHead(desk: Desk, action: CaseAction) {
  const { petition, staff, seen } = desk
  const { clock } = ACTION_RULES[action]
  const problem = whyNot(petition, staff, ACTION_RULES[action])
  const { number, subject, content } = petition
  if (problem?.code === "not-in-this-state") throw redirect(`/staff/petitions/${number}`)
  if (problem) throw new Response(null, { status: 403 })
  const { dueOn, daysLeft } = await readClock(desk)
  const title = wordsFor("zh-TW", "petition-casework")(`actions.${action}.name`)
  return { action, clock, number, subject, content, seen, dueOn, daysLeft, title }
}

const FORBIDDEN = [
  "not-permitted",
  "not-your-case",
  "own-draft",
  "own-request",
  "respondent-must-not-decide",
  "special-needs-director",
]
const CHANGED_MEANWHILE = ["already-changed", "not-in-this-state"]

/** Back to the case when it is done; otherwise the form again, with what was typed and why not. */
export async function afterAction(done: Outcome<unknown>, desk: Desk, entered: Entered) {
  if (done.ok) return redirect(`/staff/petitions/${desk.petition.number}`)
  const code = done.problems[0]?.code ?? ""
  const status = FORBIDDEN.includes(code) ? 403 : CHANGED_MEANWHILE.includes(code) ? 409 : 422
  return showProblems({ ...(await sayWhoChanged(desk, done, entered)), status })
}
