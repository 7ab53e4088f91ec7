import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { readForm, showProblems } from "~/server/tools/form.server"
import { approvePlan, findPlan, planVersion } from "~/server/improvement/plans.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { TextField } from "~/ui/form/field"
import { ErrorSummary } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const Approval = z.object({
  documentNo: z.string().min(1, "document-no-missing").max(100, "too-long"),
  /** Nobody approves an item that was added after the page was read. */
  seen: z.string().max(20).optional(),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "plan.approve")
  const seen = await planVersion(params.id ?? "")
  const plan = await findPlan(params.id ?? "", staff.officeId)
  if (!plan) throw new Response("no such plan", { status: 404 })
  return {
    title: wordsFor("zh-TW", "improvement")("approval.title"),
    plan: { id: plan.id, title: plan.title, seen },
    counts: {
      items: plan.items.length,
      targets: plan.items.filter(({ target }) => target !== null).length,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "plan.approve")
  const form = await readForm(request, Approval)
  if (!form.ok) return showProblems(form)
  const { documentNo, seen } = form.value
  const approved = await approvePlan({ id: params.id ?? "", seen }, documentNo, staff)
  return approved.ok ? redirect(`/staff/plans/${params.id}`) : showProblems(approved, form.entered)
}

export default function ApprovalPage() {
  const { t } = useTranslation("improvement")
  const { title, plan, counts } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = `/staff/plans/${plan.id}`
  return (
    <StaffPage title={title} lead={<Link to={back}>{plan.title}</Link>}>
      <ErrorSummary refused={refused} topic="improvement" />
      <Form method="post" className="sheet" noValidate>
        <input type="hidden" name="seen" value={plan.seen} />
        <p>{t("approval.intro", counts)}</p>
        <TextField
          name="documentNo"
          label={t("approval.documentNo")}
          hint={t("approval.documentNoHint")}
          refused={refused}
          topic="improvement"
          required
        />
        <div className="row">
          <button>{t("approval.send")}</button>
          <Link to={back}>{t("approval.cancel")}</Link>
        </div>
      </Form>
    </StaffPage>
  )
}
