/** A new year's plan: an empty one, or last year's work carried over so that nobody types it again. */
import { accept, refuse, type Outcome } from "../outcome"
import type { PlanContent, PlanDocument, PlanItemDraft } from "./plan"

/** A plan that may be carried over. */
export type EarlierPlan = {
  rocYear: number
  content: PlanContent
  items: (PlanItemDraft & { findingId: string | null })[]
}

export type NewPlan = {
  rocYear: number
  /** Names of the document and of its schedule, in the office's words. */
  title: string
  scheduleTitle: string
  takenYears: number[]
  basis: string[]
  from: EarlierPlan | null
}

export type StartPlanProblem = "plan-year-taken"

/** Moves every 民國 year of a sentence by the same number: "107年下半年至108年" by 9 is "116年下半年至117年". */
export function shiftYears(text: string, years: number): string {
  return text.replace(/(?<!\d)(\d{2,3})(?=年)/g, (year) =>
    Number(year) >= 60 ? String(Number(year) + years) : year,
  )
}

/**
 * The draft of a year's plan. Carried over are goals, matrix, measures and ordinary items with their planned
 * months; not carried over are the basis (每年函文不同), the document number, progress, and items that answered a
 * finding, because what they promised was for their own year.
 */
export function decideStartPlan(wish: NewPlan): Outcome<PlanDocument, StartPlanProblem> {
  if (wish.takenYears.includes(wish.rocYear)) {
    return refuse("plan-year-taken", { field: "rocYear", params: { year: wish.rocYear } })
  }
  const years = wish.from ? wish.rocYear - wish.from.rocYear : 0
  const items = (wish.from?.items ?? []).filter((item) => item.findingId === null)
  return accept({
    rocYear: wish.rocYear,
    title: wish.title,
    documentNo: null,
    content: carriedContent(wish),
    items: items.map((item, index) => ({
      number: index + 1,
      title: shiftYears(item.title, years),
      owner: item.owner,
      workRows: item.workRows.map((row) => ({
        work: shiftYears(row.work, years),
        plannedMonths: [...row.plannedMonths],
      })),
    })),
  })
}

function carriedContent(wish: NewPlan): PlanContent {
  const { basis, scheduleTitle } = wish
  if (wish.from) return { ...wish.from.content, basis, scheduleTitle, note: null }
  return {
    basis,
    goals: [],
    mission: null,
    subjects: "",
    matrix: [],
    measures: [],
    oversight: [],
    closing: [],
    scheduleTitle,
    note: null,
  }
}
