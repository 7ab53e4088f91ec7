import { type LoaderFunctionArgs, redirect } from "@remix-run/node"
import { returnPath } from "~/domain/access/sign-in"
import { isLocale } from "~/domain/language"
import { keepLocale, keepTextSize, TEXT_SIZES } from "~/server/tools/locale.server"

export const handle = { hydrate: false }

/** One tap: keeps the language or text size in a cookie and goes back to the page. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const headers = new Headers()
  const lang = searchParams.get("lang")
  const size = TEXT_SIZES.find((one) => one === searchParams.get("size"))
  if (isLocale(lang)) headers.append("Set-Cookie", keepLocale(lang))
  if (size) headers.append("Set-Cookie", keepTextSize(size))
  const to = searchParams.get("to")
  return redirect(to ? returnPath(to, "/") : "/", { headers })
}

/** Never shown; with it, a wrong method is answered in the reader's language. */
export default function Preferences() {
  return null
}
