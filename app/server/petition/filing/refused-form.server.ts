/** A short form that was refused, kept in a cookie for a few minutes: its page opens anew, and going back finds it. */
import { redirect } from "@remix-run/node"
import { z } from "zod"
import type { Problem, RefusedForm } from "~/domain/outcome"
import { portalCookie } from "../../tools/cookie.server"
import type { Entered } from "../../tools/form.server"

const KEPT_SECONDS = 10 * 60
const LONGEST = 1_000 // characters of a field: a cookie holds 4 KB, and these are numbers and addresses

const Kept = z.object({
  page: z.string(),
  problems: z.array(z.custom<Problem>((one) => typeof one === "object" && one !== null)),
  entered: z.record(z.string(), z.string()),
})

const refusedCookie = () =>
  portalCookie("minyi_refused", { path: "/petitions", maxAge: KEPT_SECONDS })

/** Back to the page, with what was typed and why it was refused. */
export async function showAgain(page: string, problems: Problem[], entered: Entered) {
  const short = Object.entries(entered).map(([name, value]) => [
    name,
    String([value].flat()[0] ?? "").slice(0, LONGEST),
  ])
  const kept = { page, problems, entered: Object.fromEntries(short) }
  const cookie = await refusedCookie().serialize(kept)
  return redirect(page, { status: 303, headers: { "Set-Cookie": cookie } })
}

/** What was refused on that page in this browser; null when nothing was. */
export async function refusedOn(request: Request, page: string): Promise<RefusedForm | null> {
  const kept = Kept.safeParse(await refusedCookie().parse(request.headers.get("cookie")))
  if (!kept.success || kept.data.page !== page) return null
  return { problems: kept.data.problems, entered: kept.data.entered }
}

/** The Set-Cookie header that forgets it: the form was right this time. */
export const forgetRefused = (): Promise<string> => refusedCookie().serialize("", { maxAge: 0 })
