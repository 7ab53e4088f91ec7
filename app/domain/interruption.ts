/** What of a form is given back on a page that knows nothing of the form: which fields are shown, which travel unseen. */

export type Entered = Record<string, string | string[]>
export type GivenBack = { shown: { name: string; value: string }[]; unseen: [string, string][] }

/** Keys, numbers and choices: what a program put into the form. What a person typed looks different, or is short enough. */
const MADE_BY_PROGRAM = /^[\w-]*$/
/** Always typed by a person, also where it looks like a program's. */
const TYPED = new Set(["name", "email", "phone", "address", "subject", "content"])
/** What must not be sent back, and makes the form useless when it is missing. */
const SECRET = /password/i

/** Null when nothing can be given back. */
export function fieldsGivenBack(entered: Entered): GivenBack | null {
  const fields = Object.entries(entered).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  )
  if (fields.length === 0 || fields.some(([name]) => SECRET.test(name))) return null
  const isShown = ([name, value]: [string, string]) =>
    value !== "" && (TYPED.has(name) || !MADE_BY_PROGRAM.test(value))
  return {
    shown: fields.filter(isShown).map(([name, value]) => ({ name, value })),
    unseen: fields.filter((field) => !isShown(field)),
  }
}
