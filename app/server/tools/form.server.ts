/** The one way in for every POST: origin, size, trap, fields to an object, Zod, problems by field, entered values kept. */
import { data } from "@remix-run/node"
import type { z } from "zod"
import { cleanText, TRAP_FIELD } from "~/domain/form"
import { changeRows, type Entered, nameOf, nestFields } from "~/domain/form-fields"
import type { Problem, Refusal, RefusedForm } from "~/domain/outcome"
import { env } from "./env.server"

/** Where the doors' frame puts the browser's Origin. */
export const ORIGIN_HEADER = "x-form-origin"

/** Marks a kept form that the portal itself shows again; the doors' frame takes it off whatever comes from outside. */
export const REOPENED_HEADER = "x-reopened-form"

// the longest field is 4,000 characters, nine bytes each as a browser sends Chinese; far more is answered, not lost
const MAX_BYTES = 256 * 1024
/** Up to here what is too long is read nevertheless, so that it can be given back. */
const MAX_KEPT_BYTES = 1024 * 1024
/** A refused form sends back what was typed, but never a password or a file's bytes. */
const NEVER_SENT_BACK = /password/i

export type { Entered }

export type ReadForm<Value> =
  | { ok: true; value: Value; entered: Entered }
  | { ok: false; problems: Problem[]; entered: Entered; status: number }

/**
 * Reads a form and parses it. Zod messages are problem codes; a field given twice becomes an array, and
 * `items[3].words.vi` a part of a part. A button for rows shows the page again with a row more or less.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ReadForm<z.infer<Schema>>> {
  const fields = await readFields(request)
  if (!fields.ok) return fields
  const changed = changeRows(fields.value)
  if (changed) return { ok: false, problems: [], entered: changed, status: 200 }
  return parseFields(fields.value, schema)
}

/** Parses fields that are read already (those beside a file, for one). */
export function parseFields<Schema extends z.ZodType>(
  fields: Entered,
  schema: Schema,
): ReadForm<z.infer<Schema>> {
  const nested = nestFields(fields)
  if (!nested.ok) return { ...nested, entered: fields, status: 422 }
  const { value, entered } = nested.value
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data, entered }
  return { ok: false, problems: problemsOf(parsed.error), entered, status: 422 }
}

/** The same door for forms whose fields are known only later (a questionnaire). */
export async function readFields(request: Request): Promise<ReadForm<Entered>> {
  // Remix hands PUT, PATCH and DELETE to the same action; no form of ours sends them.
  if (request.method !== "POST") throw new Response(null, { status: 405 })
  if (!comesFromHere(request)) return refused("forged-form", 403)
  const body = await readLimited(request, MAX_KEPT_BYTES)
  if (body === null) return refused("form-too-large", 413)
  const entered = toObject(new URLSearchParams(body.toString("utf8")))
  if (body.byteLength > MAX_BYTES) return refused("form-too-large", 413, entered)
  if (entered[TRAP_FIELD]) return refused("looks-automatic", 422, entered)
  delete entered[TRAP_FIELD]
  // Only shown again, so refused: nothing may happen before somebody presses the button.
  if (request.headers.has(REOPENED_HEADER)) return refused("reopened", 200, entered)
  return { ok: true, value: entered, entered }
}

/** The answer for a refused form or decision: the page again with its problems, status 422 or the refusal's own. */
export function showProblems(
  refusal: Refusal & { entered?: Entered; status?: number },
  entered?: Entered,
) {
  const body: RefusedForm = {
    problems: refusal.problems,
    entered: withoutPasswords(entered ?? refusal.entered ?? {}),
  }
  return data(body, { status: refusal.status ?? 422 })
}

export const withoutPasswords = (entered: Entered): Entered =>
  Object.fromEntries(Object.entries(entered).filter(([name]) => !NEVER_SENT_BACK.test(name)))

function refused(code: string, status: number, entered: Entered = {}) {
  return { ok: false as const, problems: [{ code }], entered, status }
}

/** Browsers send Origin (or at least Sec-Fetch-Site) with a POST; a page of another site cannot change it. */
export function comesFromHere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site")
  if (site && site !== "same-origin" && site !== "none") return false
  const origin = request.headers.get(ORIGIN_HEADER) ?? request.headers.get("origin")
  if (!origin || origin === "null") return origin === null || site === "same-origin"
  return isOurs(origin, request)
}

function isOurs(origin: string, request: Request): boolean {
  const asked = addressOf(origin)
  const portal = addressOf(env().PUBLIC_URL ?? "")
  if (!asked) return false
  // A page read in the open may have been changed on its way: it may not act on a portal that is reached by https.
  if (portal?.protocol === "https:" && asked.protocol !== "https:") return false
  return [new URL(request.url).host, request.headers.get("host"), portal?.host].includes(asked.host)
}

const addressOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)

/** The body, or null when it is over the limit: read piece by piece, never trusted to its stated length. */
export async function readLimited(request: Request, maxBytes: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  const reader = request.body?.getReader()
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    bytes += piece.value.byteLength
    if (bytes > maxBytes) return null
    pieces.push(piece.value)
  }
  return Buffer.concat(pieces)
}

function toObject(fields: URLSearchParams): Entered {
  const entered: Entered = Object.create(null)
  for (const name of new Set(fields.keys())) {
    const values = fields.getAll(name).map(cleanText)
    const [first] = values
    entered[name] = values.length === 1 && first !== undefined ? first : values
  }
  return { ...entered }
}

function problemsOf(error: z.ZodError): Problem[] {
  const seen = new Set<string>()
  return error.issues.flatMap((issue) => {
    const field = nameOf(issue.path)
    if (seen.has(field)) return []
    seen.add(field)
    return [{ code: codeOf(issue), field, params: limitsOf(issue) }]
  })
}

/** Zod's own messages are sentences in English; ours are codes in kebab-case. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message
  if (issue.code === "invalid_type" && issue.input === undefined) return "required"
  return issue.code === "too_big" ? "too-long" : "not-usable"
}

function limitsOf(issue: z.core.$ZodIssue): Record<string, number> {
  if (issue.code === "too_big") return { max: Number(issue.maximum) }
  if (issue.code === "too_small") return { min: Number(issue.minimum) }
  if (issue.code === "custom" && typeof issue.params?.max === "number") {
    const { max, count } = issue.params
    return typeof count === "number" ? { max, count } : { max }
  }
  return {}
}
