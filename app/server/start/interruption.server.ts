/** Answers a request also while the database is away: waits a little, then says so, with what was typed given back. */
import type { AppLoadContext } from "@remix-run/server-runtime"
import { type Interruption, readTyped, wasOutage } from "../tools/interruption.server"
import { isOutage, OutageError, throughOutage } from "../tools/outage.server"

export type Render = (request: Request, context: AppLoadContext) => Promise<Response>

/** The address of the page that says it; routes/page/interrupted. */
const PAGE = "/interrupted"
/** The page says "one minute"; a program is told the same. */
const RETRY_SECONDS = "60"

/** `serve` answers as always; `render` is asked for the page of the interruption. */
export async function answerAnyway(
  request: Request,
  serve: Render,
  render: Render,
): Promise<Response> {
  const copy = request.method === "POST" ? request.clone() : null
  const answer = await answerOrOutage(request, serve)
  if (answer && (answer.status < 500 || answer.status === 503)) return withRetry(answer)
  if (new URL(request.url).searchParams.has("_data")) return answer ?? bareOutage() // a script asks, not a page
  const given = copy && (await readTyped(copy))
  if (answer && !given) return answer // a fault of ours with nothing to give back: the page's own apology
  const { pathname, search } = new URL(request.url)
  const interruption: Interruption = { path: pathname + search, isOutage: !answer, given }
  await answer?.body?.cancel()
  return withRetry(await render(bareRequest(request), { interruption }))
}

/** Null when the database is away. What only reads is tried again for a while; a form is sent once. */
async function answerOrOutage(request: Request, serve: Render): Promise<Response | null> {
  const once = async () => {
    const context: AppLoadContext = {}
    const answer = await serve(request, context)
    if (answer.status < 500 || !wasOutage(context)) return answer
    await answer.body?.cancel()
    throw new OutageError("A page failed because the database is away.")
  }
  try {
    return await (request.method === "POST" ? once() : throughOutage(once))
  } catch (error) {
    if (isOutage(error)) return null
    throw error
  }
}

/** Language and text size, and nothing that a page would look up in the records. */
function bareRequest(request: Request): Request {
  const headers = new Headers()
  for (const name of ["cookie", "accept-language"]) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Request(new URL(PAGE, request.url), { headers })
}

function withRetry(answer: Response): Response {
  if (answer.status === 503) answer.headers.set("Retry-After", RETRY_SECONDS)
  return answer
}

const bareOutage = (): Response =>
  new Response(null, { status: 503, headers: { "Retry-After": RETRY_SECONDS } })
