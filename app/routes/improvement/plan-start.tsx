import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { rocYearOf } from "~/domain/deadline/calendar-date"
import { today } from "~/server/tools/clock.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { listPlans, startPlan } from "~/server/improvement/plans.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { Select, TextArea, TextField } from "~/ui/form/field"
import { ErrorSummary } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const Start = z.object({
  rocYear: z.coerce
    .number("not-a-year")
    .int("not-a-year")
    .min(90, "not-a-year")
    .max(200, "not-a-year"),
  fromPlanId: z.string().transform((id) => (id === "" ? null : id)),
  basis: z
    .string()
    .max(4000, "too-long")
    .transform((lines) => lines.split("\n").flatMap((line) => line.trim() || [])),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "plan.edit")
  const plans = await listPlans(staff.officeId)
  const nextYear = Math.max(rocYearOf(today()), ...plans.map(({ rocYear }) => rocYear)) + 1
  return {
    title: wordsFor("zh-TW", "improvement")("start.title"),
    nextYear,
    plans: plans.map(({ id, rocYear, itemCount }) => ({ id, rocYear, itemCount })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "plan.edit")
  const form = await readForm(request, Start)
  if (!form.ok) return showProblems(form)
  const started = await startPlan(form.value, staff)
  return started.ok
    ? redirect(`/staff/plans/${started.value.id}`)
    : showProblems(started, form.entered)
}

export default function PlanStart() {
  const { t } = useTranslation("improvement")
  const { title, nextYear, plans } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const field = { refused, topic: "improvement" } as const
  const options = plans.map(({ id, rocYear, itemCount }) => {
    return { value: id, label: t("start.fromPlan", { year: rocYear, count: itemCount }) }
  })
  return (
    <StaffPage title={title} lead={<Link to="/staff/plans">{t("plan.back")}</Link>}>
      <ErrorSummary refused={refused} topic="improvement" />
      <Form method="post" className="sheet" noValidate>
        <TextField
          name="rocYear"
          label={t("start.year")}
          hint={t("start.yearHint")}
          value={String(nextYear)}
          inputMode="numeric"
          required
          {...field}
        />
        <Select
          name="fromPlanId"
          label={t("start.from")}
          hint={t("start.fromHint")}
          options={options}
          value={plans[0]?.id}
          emptyLabel={t("start.fromNone")}
          {...field}
        />
        <TextArea name="basis" label={t("start.basis")} hint={t("start.basisHint")} {...field} />
        <button>{t("start.send")}</button>
      </Form>
    </StaffPage>
  )
}
