import { type ActionFunctionArgs, redirect } from "@remix-run/node"
import { closePass } from "~/server/filing/follow.server"
import { readFields, showProblems } from "~/server/form.server"

export const loader = () => redirect("/petitions/follow")

export async function action({ request }: ActionFunctionArgs) {
  const form = await readFields(request)
  if (!form.ok) return showProblems(form)
  const headers = new Headers()
  headers.append("Set-Cookie", await closePass("case"))
  headers.append("Set-Cookie", await closePass("sent"))
  return redirect("/petitions/follow", { status: 303, headers })
}
