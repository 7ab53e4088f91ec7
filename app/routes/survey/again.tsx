import { type LoaderFunctionArgs, redirect } from "@remix-run/node"
import { keepSubmissionKey, newSubmissionKey } from "~/server/survey/page-cache.server"
import { openChannelOr404 } from "~/server/survey/questionnaires.server"

export const handle = { hydrate: false }

/** A new form on the same telephone or tablet: the next person's answers are another response. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { code } = await openChannelOr404(params.code ?? "")
  return redirect(`/s/${code}`, {
    headers: { "Set-Cookie": keepSubmissionKey(code, newSubmissionKey()) },
  })
}

/** Never shown; with it, a wrong method is answered in the reader's language. */
export default function Again() {
  return null
}
