import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node"
import { yearOf } from "~/domain/deadline/calendar-date"
import { ClosureRemovalForm } from "~/domain/deadline/closure.schema"
import { removeClosure } from "~/server/deadline/closures.server"
import { readForm } from "~/server/tools/form.server"
import { requireStaff } from "~/server/access/session.server"

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "calendar.view")
  return redirect("/staff/calendar")
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "calendar.edit")
  const form = await readForm(request, ClosureRemovalForm)
  if (!form.ok) throw new Response("the form was not usable", { status: form.status })
  await removeClosure(form.value.date, staff)
  return redirect(`/staff/calendar?year=${yearOf(form.value.date)}`, 303)
}
