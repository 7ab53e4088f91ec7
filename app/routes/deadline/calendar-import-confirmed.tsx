import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node"
import { CalendarImportForm } from "~/domain/deadline/closure.schema"
import { importCalendarYear } from "~/server/deadline/calendar.server"
import { readForm } from "~/server/tools/form.server"
import { requireStaff } from "~/server/access/session.server"

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "calendar.edit")
  return redirect("/staff/calendar/import")
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "calendar.edit")
  const form = await readForm(request, CalendarImportForm)
  if (!form.ok) throw new Response("the form was not usable", { status: form.status })
  const imported = await importCalendarYear(
    Buffer.from(form.value.file, "base64"),
    form.value.source,
    staff,
  )
  // Pressed twice: the year is in force already, and its page shows it.
  if (!imported.ok && imported.problems[0]?.code !== "calendar-unchanged")
    return redirect("/staff/calendar/import")
  const year = imported.ok ? imported.value.file.year : imported.problems[0]?.params?.["year"]
  return redirect(`/staff/calendar?year=${year}`, 303)
}
