/** Refusals are values: what every decision of the house gives back. */

/** One reason for refusing, in a code that the locales turn into words. `field` names the form field it belongs to. */
export type Problem<Code extends string = string> = {
  code: Code
  field?: string
  params?: Record<string, string | number>
}

export type Refusal<Code extends string = string> = { ok: false; problems: Problem<Code>[] }

export type Outcome<Value, Code extends string = string> =
  { ok: true; value: Value } | Refusal<Code>

export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** Refuses for one reason. */
export function refuse<Code extends string>(
  code: Code,
  details: Omit<Problem<Code>, "code"> = {},
): Refusal<Code> {
  return { ok: false, problems: [{ code, ...details }] }
}

/** The end of an exhaustive switch: the compiler complains when a state was forgotten. */
export function neverHappens(state: never): never {
  throw new Error(`A state that cannot be: ${JSON.stringify(state)}`)
}

/** A refused form on its way back to the page: why, and what was typed, so that nothing is lost. */
export type RefusedForm = { problems: Problem[]; entered: Record<string, string | string[]> }
