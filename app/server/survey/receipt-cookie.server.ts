/** The receipt on its way to the thanks page: in a cookie, because an address is written down by every proxy on the way. */
import { z } from "zod"
import { portalCookie } from "../tools/cookie.server"

const KEPT_SECONDS = 30 * 60 // long enough to note it down and to turn the page back and forth

const cookieOf = (code: string) =>
  portalCookie("minyi_receipt", { path: `/s/${code}`, maxAge: KEPT_SECONDS })

/** The Set-Cookie header that shows this browser the receipt of what it just sent through the channel. */
export const keepReceipt = (code: string, receipt: string): Promise<string> =>
  cookieOf(code).serialize(receipt)

/** The receipt this browser was given; null when it has none. */
export async function receiptOf(request: Request, code: string): Promise<string | null> {
  const kept = z.string().safeParse(await cookieOf(code).parse(request.headers.get("cookie")))
  return kept.success ? kept.data : null
}
