/** A form that comes too late: who changed the case meanwhile, when and how, and the writer goes on with their text. */
import { redirect } from "@remix-run/node"
import { instantInWords } from "~/domain/deadline/date-words"
import type { Staff } from "~/domain/access/permission"
import type { Refusal } from "~/domain/outcome"
import { ACTION_RULES, type CaseAction } from "~/domain/petition/casework/actions/all"
import { whyNot } from "~/domain/petition/casework/may-act"
import { QUIET_KINDS } from "~/domain/events"
import { petitionEventName } from "~/domain/petition/events"
import type { RegisteredPetition } from "~/domain/petition/petition"
import { petitionOf } from "~/domain/petition/petition-row"
import { keepForm } from "../../access/kept-forms.server"
import { db } from "../../tools/db.server"
import type { Entered } from "../../tools/form.server"
import { wordsFor } from "../../tools/locale.server"
import { petitionVersion } from "../change.server"

/** The case on the writer's desk, and the action the form was for. */
type Late = { staff: Staff; petition: RegisteredPetition; action?: CaseAction | undefined }

/**
 * What to show for a refusal: where the case was changed after the page was opened, who did what and when, and the version
 * as of now, so that the same text may be sent again. Where the action is not open to the writer any more, its page
 * cannot be shown either: then throws a redirect to the page that keeps the text. Any other refusal stays as it is.
 */
export async function sayWhoChanged(desk: Late, refusal: Refusal, entered: Entered) {
  const code = refusal.problems[0]?.code
  if (code !== "already-changed" && code !== "not-in-this-state") return { ...refusal, entered }
  const params = await lastChange(desk.petition.id)
  const t = wordsFor("zh-TW", "petition-casework")
  if (!(await isStillOpen(desk))) {
    const said = t("problems.changed-and-over", params)
    const { staff, petition, action } = desk
    const path = `/staff/petitions/${petition.number}/${action ?? ""}`
    const id = await keepForm({ staffId: staff.id, path, entered, said })
    throw redirect(id ? `/staff/kept/${id}` : `/staff/petitions/${petition.number}`)
  }
  const seen = await petitionVersion(db(), desk.petition.id)
  const problem = { code: "changed-by", params }
  return { ok: false as const, problems: [problem], entered: { ...entered, seen } }
}

async function isStillOpen({ petition, staff, action }: Late): Promise<boolean> {
  const row = await db().petition.findUniqueOrThrow({
    where: { id: petition.id },
    include: { merged: { select: { id: true }, orderBy: { id: "asc" } } },
  })
  return action !== undefined && whyNot(petitionOf(row), staff, ACTION_RULES[action]) === null
}

/** The change that made the page old: the last one that is a version of the case. */
async function lastChange(id: string) {
  const t = wordsFor("zh-TW", "petition-casework")
  const last = await db().event.findFirstOrThrow({
    where: { topic: "petition", subjectId: id, kind: { notIn: [...QUIET_KINDS] } },
    orderBy: { id: "desc" },
    select: { kind: true, at: true, actorName: true },
  })
  const name = petitionEventName(last.kind)
  return {
    who: last.actorName ?? t("case.somebody"),
    what: name ? t(`event-names.${name}`) : last.kind,
    when: instantInWords(last.at, "zh-TW"),
  }
}
