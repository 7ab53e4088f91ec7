import { type ActionFunctionArgs, redirect } from "@remix-run/node"
import { readFields } from "~/server/tools/form.server"
import { endSession } from "~/server/access/session.server"

export const loader = () => redirect("/staff")

/** Ends the session, if the form came from here. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readFields(request)
  if (!form.ok) return redirect("/staff")
  return redirect("/", { headers: { "Set-Cookie": await endSession(request) } })
}
