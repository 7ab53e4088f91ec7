/** What tests say of an outcome: the value of one that must have been accepted, the code of one that must have been refused. */
import type { Outcome } from "~/domain/outcome"

export function granted<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.problems)}`)
  return outcome.value
}

export function refusal(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`Accepted: ${JSON.stringify(outcome.value)}`)
  return outcome.problems.map(({ code }) => code).join(",")
}
