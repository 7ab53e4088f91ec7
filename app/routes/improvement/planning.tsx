import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { PlanningFormSchema } from "~/domain/improvement/item-form.schema"
import { readForm, showProblems } from "~/server/tools/form.server"
import { findFinding } from "~/server/improvement/findings.server"
import { baselineOf, planFinding } from "~/server/improvement/plan-items.server"
import { listOwners, listPlans } from "~/server/improvement/plans.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { listItemNames } from "~/server/statistics/trends.server"
import { Select } from "~/ui/form/field"
import { ErrorSummary } from "~/ui/form/summary"
import styles from "~/ui/improvement/improvement.css?url"
import { ItemFields } from "~/ui/improvement/item-fields"
import { TargetFields } from "~/ui/improvement/target-fields"
import { StaffPage } from "~/ui/page/staff-page"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "plan.edit")
  const finding = await findFinding(params.id ?? "", staff.officeId)
  if (!finding) throw new Response("no such finding", { status: 404 })
  const [plans, owners, names] = await Promise.all([
    listPlans(staff.officeId),
    listOwners(staff.officeId),
    listItemNames(staff.officeId),
  ])
  const words = wordsFor("zh-TW", "improvement")
  const itemName = names[finding.item] ?? finding.item
  return {
    title: words("planning.title"),
    about: words("finding.title", { item: itemName }),
    id: finding.id,
    itemName,
    baseline: await baselineOf(finding.evidence, staff.officeId),
    drafts: plans
      .filter(({ status }) => status === "draft")
      .map(({ id, rocYear }) => ({ id, rocYear })),
    owners,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "plan.edit")
  const form = await readForm(request, PlanningFormSchema)
  if (!form.ok) return showProblems(form)
  const planned = await planFinding({ findingId: params.id ?? "", ...form.value }, staff)
  if (!planned.ok) return showProblems(planned, form.entered)
  return redirect(`/staff/plans/${planned.value.planId}/items/${planned.value.number}`)
}

export default function Planning() {
  const { t } = useTranslation("improvement")
  const { title, about, id, itemName, baseline, drafts, owners } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const lead = <Link to={`/staff/findings/${id}`}>{about}</Link>
  if (drafts.length === 0) {
    return (
      <StaffPage title={title} lead={lead}>
        <p className="prose">{t("planning.noDraft")}</p>
        <Link className="button" to="/staff/plans">
          {t("planning.toPlans")}
        </Link>
      </StaffPage>
    )
  }
  const field = { refused, topic: "improvement" } as const
  const options = drafts.map((plan) => {
    return { value: plan.id, label: t("planning.planOption", { year: plan.rocYear }) }
  })
  return (
    <StaffPage title={title} lead={lead}>
      <ErrorSummary refused={refused} topic="improvement" />
      <Form method="post" className="sheet" noValidate>
        <p>{t("planning.intro")}</p>
        <Select name="planId" label={t("planning.plan")} options={options} required {...field} />
        <ItemFields refused={refused} owners={owners} />
        <TargetFields refused={refused} baseline={baseline} itemName={itemName} />
        <button>{t("planning.send")}</button>
      </Form>
    </StaffPage>
  )
}
