/** One page of a petition being written: opened, read with whatever button was pressed, kept first, answered after. */
import { redirect } from "@remix-run/node"
import {
  type Entered,
  type FilingDraft,
  firstOpenStep,
  keepPage,
  type KeptPage,
} from "~/domain/petition/filing/draft"
import { type AskingStep, FILING_STEPS, type FilingStep } from "~/domain/petition/filing/filing"
import { STEP_SCHEMAS } from "~/domain/petition/filing/filing.schema"
import type { Problem, RefusedForm } from "~/domain/outcome"
import { isLocale } from "~/domain/language"
import { randomToken } from "../../tools/code.server"
import { parseFields, type ReadForm, readFields } from "../../tools/form.server"
import { keepLocale, keepTextSize, TEXT_SIZES } from "../../tools/locale.server"
import { changeDraft, findDraft, keepCookie } from "./drafts.server"
import { giveTextBack, type OpenedDraft, requireDraft, stepPath } from "./pages.server"

/** What the buttons of a page send besides its fields: which one was pressed, and in which copy of the page. */
const BUTTON = "go"
const COPY = "copy"

/** What a page shows: the entries as they were typed, what is wrong with them, and the copy it now is. */
export async function openStep(request: Request, step: AskingStep) {
  const { id, draft, office } = await requireDraft(request, step)
  const page = draft.pages[step]
  const refused: RefusedForm = { problems: page?.problems ?? [], entered: page?.entered ?? {} }
  const copy = `${page?.typedIn ?? ""}.${randomToken().slice(0, 12)}`
  return { id, draft, office, refused, copy, replaced: page?.replaced ?? null }
}

export type ReadStep = OpenedDraft & {
  request: Request
  step: AskingStep
  go: string
  copy: string
  form: ReadForm<unknown>
}

/** Reads a page. When its draft is gone or sent, what was typed is given back instead of being lost. */
export async function readStep(request: Request, step: AskingStep): Promise<ReadStep> {
  const read = await readFields(request)
  const { [BUTTON]: go, [COPY]: copy, ...entered } = read.entered
  const kept = await findDraft(request)
  if (!kept || kept.petitionId)
    giveTextBack(kept ? "already-sent" : "draft-missing", textOf(entered))
  const opened = await requireDraft(request, step)
  const form = read.ok ? parseFields(entered, STEP_SCHEMAS[step]) : { ...read, entered }
  return { ...opened, request, step, form, go: String(go ?? "next"), copy: String(copy ?? "") }
}

/** The long texts of a page: a choice or a telephone number is written again in a moment. */
const textOf = ({ subject, content }: Entered): string[] =>
  [subject ?? [], content ?? []].flat().filter((text) => text !== "")

/**
 * Keeps what was typed, good or not, and answers with a redirect, so that going back later shows a page and no
 * warning. `found` is what only the door knows to be wrong. Problems are shown when the page was to be finished.
 */
export async function keepStep(
  { request, id, step, go, copy, form }: ReadStep,
  found: Problem[] = [],
): Promise<Response> {
  const problems = form.ok ? found : form.problems
  const isNext = go === "next" || isRefusedAtDoor(form)
  const draft = await changeDraft(id, (before) => {
    const former = before.pages[step]
    const isTold = isNext || (former?.problems.length ?? 0) > 0
    return keepPage(before, step, {
      ...typedOf(form, step, copy, former),
      problems: isTold ? problems : [],
      isFinished: isNext && problems.length === 0,
    })
  })
  if (!draft) throw redirect(stepPath(step, id))
  const isHeldUp = (draft.pages[step]?.problems.length ?? 0) > 0
  const headers = new Headers({ "Set-Cookie": await keepCookie(request) })
  if (isNext) {
    return redirect(stepPath(isHeldUp ? step : stepAfter(step, draft), id), {
      status: 303,
      headers,
    })
  }
  return redirect(pathAfter(go, step, id, headers), { status: 303, headers })
}

/** The page that follows; once everything is answered, the last one, for who came from there to mend something. */
function stepAfter(step: AskingStep, draft: FilingDraft): FilingStep {
  const open = firstOpenStep(draft)
  return open === "check" ? open : (FILING_STEPS[FILING_STEPS.indexOf(step) + 1] ?? open)
}

/** Forged or too large: told whatever was pressed. */
const isRefusedAtDoor = (form: ReadForm<unknown>): boolean => !form.ok && form.status !== 422

/** What was typed; of a form that was refused unread, what was there before. */
function typedOf(form: ReadForm<unknown>, step: AskingStep, copy: string, former?: KeptPage) {
  const entered = ownFields(step, form.entered)
  if (!isRefusedAtDoor(form) || Object.keys(entered).length > 0) return { entered, copy }
  return { entered: former?.entered ?? {}, copy: `.${former?.typedIn ?? ""}` }
}

/** Where a button leads that does not finish the page; one that changes the language or the size sets its cookie. */
function pathAfter(go: string, step: FilingStep, id: string, headers: Headers): string {
  const [name, value] = go.split(":")
  const size = TEXT_SIZES.find((one) => one === value)
  if (name === "lang" && isLocale(value)) headers.append("Set-Cookie", keepLocale(value))
  if (name === "size" && size) headers.append("Set-Cookie", keepTextSize(size))
  if (name === "home") return "/"
  if (name === "privacy") return "/privacy"
  const before = FILING_STEPS[FILING_STEPS.indexOf(step) - 1]
  if (name === "back") return before ? stepPath(before, id) : "/petitions/new"
  return stepPath(step, id)
}

/** What the page asks, and nothing that was smuggled in beside it. */
function ownFields(step: AskingStep, entered: Entered): Entered {
  const names = Object.keys(STEP_SCHEMAS[step].shape)
  return Object.fromEntries(Object.entries(entered).filter(([name]) => names.includes(name)))
}

/** Why the whole could not be sent now: kept for the last page, which is opened anew. */
export async function refuseSending(id: string, problems: Problem[]): Promise<Response> {
  const page = { entered: {}, problems, typedIn: "", replaced: null }
  await changeDraft(id, (draft) => ({ ...draft, pages: { ...draft.pages, check: page } }))
  return redirect(stepPath("check", id), 303)
}
