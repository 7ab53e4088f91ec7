/** What the frame of the doors and the pages tell each other when a request could not be answered. */
import type { AppLoadContext } from "@remix-run/server-runtime"
import { type GivenBack, fieldsGivenBack } from "~/domain/interruption"
import { readFields } from "./form.server"
import { isOutage } from "./outage.server"

/** `path` is where it was sent; `given` what was typed, when it can be given back. */
export type Interruption = { path: string; isOutage: boolean; given: GivenBack | null }

/** Marks a request whose page failed because the database is away. */
export function noteFailure(context: AppLoadContext | undefined, error: unknown): void {
  if (context && isOutage(error)) context["outage"] = true
}

export const wasOutage = (context: AppLoadContext): boolean => context["outage"] === true

/** The interruption that the frame asks a page for; null for anybody who opens the page by its address. */
export function interruptionOf(context: AppLoadContext): Interruption | null {
  const given = context["interruption"]
  return isInterruption(given) ? given : null
}

const isInterruption = (value: unknown): value is Interruption =>
  typeof value === "object" && value !== null && "isOutage" in value && "given" in value

/** What was typed into a form of ours. A form that another site sent is not given back: its button would be ours. */
export async function readTyped(request: Request): Promise<GivenBack | null> {
  const type = request.headers.get("content-type") ?? ""
  if (!type.startsWith("application/x-www-form-urlencoded")) return null
  const form = await readFields(request)
  return form.ok ? fieldsGivenBack(form.entered) : null
}
