/** Fields whose names say where they belong (`items[3].words.vi`), and rows of fields that are added and removed. */
import { accept, type Outcome, refuse } from "./outcome"

/** Fields as a form carried them: flat; a name given twice has a list. */
export type Entered = Record<string, string | string[]>
export type Nested = string | string[] | Nested[] | { [name: string]: Nested }

/** The buttons of a form that change its rows: their value is the list (`items`) or the row (`items[3]`). */
export const ADD_ROW = "add-row"
export const REMOVE_ROW = "remove-row"

export const DEEPEST = 6
export const MOST_ROWS = 500
/** Names that mean something to every object. No form of ours has them. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"])
const NAME = /^[^.[\]]+(?:\[\d{1,6}\]|\.[^.[\]]+)*$/

type Step = string | number
type Branch = { value?: string | string[]; steps: Map<Step, Branch> }

/**
 * The fields as nested objects and lists, and under the names they have when rows are numbered without gaps. A name
 * that is no path stays as it is. Refuses what no page of ours sends: too many rows, too many levels.
 */
export function nestFields(
  entered: Entered,
): Outcome<{ value: Nested; entered: Entered }, "too-many-fields"> {
  const root = branchOf(entered)
  if (!isWithinLimits(root, DEEPEST)) return refuse("too-many-fields")
  return accept({ value: valueOf(root), entered: Object.fromEntries(flat(root, [])) })
}

/** The fields after a button for rows was pressed, with everything typed kept; null when none was. */
export function changeRows(entered: Entered): Entered | null {
  const { [ADD_ROW]: added, [REMOVE_ROW]: removed, ...fields } = entered
  const [button, wanted] = added !== undefined ? [ADD_ROW, added] : [REMOVE_ROW, removed]
  if (typeof wanted !== "string") return null
  const root = branchOf(fields)
  const path = pathOf(wanted)
  if (button === ADD_ROW) addRow(root, path)
  else removeRow(root, path)
  return { ...Object.fromEntries(flat(root, [])), [button]: wanted }
}

/** How many rows of a list were sent. */
export function countRows(entered: Entered, list: string): number {
  return find(branchOf(entered), pathOf(list))?.steps.size ?? 0
}

/** The name of the field at a path: ["items", 3, "words", "vi"] → "items[3].words.vi". */
export function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) =>
      typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${String(step)}`,
    )
    .join("")
}

function pathOf(name: string): Step[] {
  if (!NAME.test(name)) return [name]
  return [...name.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, row, word]) =>
    row === undefined ? (word ?? "") : Number(row),
  )
}

function branchOf(entered: Entered): Branch {
  const root: Branch = { steps: new Map() }
  for (const [name, value] of Object.entries(entered)) {
    const path = pathOf(name)
    if (path.some((step) => FORBIDDEN.has(String(step)))) continue
    const branch = path.reduce(grow, root)
    branch.value = value
  }
  return root
}

function grow(branch: Branch, step: Step): Branch {
  const grown = branch.steps.get(step) ?? { steps: new Map() }
  branch.steps.set(step, grown)
  return grown
}

const find = (root: Branch, path: Step[]): Branch | undefined =>
  path.reduce<Branch | undefined>((branch, step) => branch?.steps.get(step), root)

/** An empty row has no fields yet, so it is there as an empty value; a page sends no such field. */
function addRow(root: Branch, path: Step[]): void {
  if (path.length >= DEEPEST || path.some((step) => FORBIDDEN.has(String(step)))) return
  const list = path.reduce(grow, root)
  if (list.steps.size >= MOST_ROWS) return
  grow(list, 1 + Math.max(-1, ...rowsOf(list).map(([row]) => row))).value = ""
}

function removeRow(root: Branch, path: Step[]): void {
  const row = path.at(-1)
  if (typeof row === "number") find(root, path.slice(0, -1))?.steps.delete(row)
}

function isWithinLimits({ steps }: Branch, deeper: number): boolean {
  if (steps.size === 0) return true
  if (deeper === 0) return false
  const rows = [...steps.keys()].filter((step) => typeof step === "number").length
  return rows <= MOST_ROWS && [...steps.values()].every((one) => isWithinLimits(one, deeper - 1))
}

/** The rows of a list in their order; none where a name is mixed in, because then it is no list. */
function rowsOf({ steps }: Branch): [number, Branch][] {
  const rows = [...steps].flatMap(([step, branch]): [number, Branch][] =>
    typeof step === "number" ? [[step, branch]] : [],
  )
  return rows.length === steps.size ? rows.sort(([one], [other]) => one - other) : []
}

/** What a branch holds, under the steps it has when its rows are numbered without gaps. */
function stepsOf(branch: Branch): [Step, Branch][] {
  const rows = rowsOf(branch)
  return rows.length > 0 ? rows.map(([, row], at) => [at, row]) : [...branch.steps]
}

function valueOf(branch: Branch): Nested {
  const rows = rowsOf(branch)
  if (rows.length > 0) return rows.map(([, row]) => valueOf(row))
  const named = [...branch.steps].map(([name, one]) => [name, valueOf(one)] as const)
  return named.length > 0 ? Object.fromEntries(named) : (branch.value ?? {})
}

function flat(branch: Branch, path: Step[]): [string, string | string[]][] {
  const steps = stepsOf(branch)
  if (steps.length > 0) return steps.flatMap(([step, one]) => flat(one, [...path, step]))
  return branch.value === undefined ? [] : [[nameOf(path), branch.value]]
}
