import { type ActionFunctionArgs, redirect } from "@remix-run/node"
import { forgetSent } from "~/server/petition/filing/drafts.server"
import { closePass } from "~/server/petition/filing/follow.server"
import { readFields } from "~/server/tools/form.server"

export const handle = { hydrate: false }

export const loader = () => redirect("/petitions/follow")

export async function action({ request }: ActionFunctionArgs) {
  const form = await readFields(request)
  if (!form.ok) throw new Response(null, { status: form.status })
  await forgetSent(request)
  const headers = { "Set-Cookie": await closePass() }
  return redirect("/petitions/follow", { status: 303, headers })
}

/** Never shown; with it, a refusal is a page in the reader's language. */
export default function Leave() {
  return null
}
