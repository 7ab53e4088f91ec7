import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { ItemFormSchema } from "~/domain/improvement/item-form.schema"
import { readForm, showProblems } from "~/server/tools/form.server"
import { addPlanItem } from "~/server/improvement/plan-items.server"
import { findPlan, listOwners } from "~/server/improvement/plans.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { ErrorSummary } from "~/ui/form/summary"
import styles from "~/ui/improvement/improvement.css?url"
import { ItemFields } from "~/ui/improvement/item-fields"
import { StaffPage } from "~/ui/page/staff-page"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "plan.edit")
  const plan = await findPlan(params.id ?? "", staff.officeId)
  if (!plan) throw new Response("no such plan", { status: 404 })
  const title = wordsFor("zh-TW", "improvement")("newItem.title")
  return {
    title,
    plan: { id: plan.id, title: plan.title },
    owners: await listOwners(staff.officeId),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "plan.edit")
  const form = await readForm(request, ItemFormSchema)
  if (!form.ok) return showProblems(form)
  const added = await addPlanItem(params.id ?? "", form.value, staff)
  if (!added.ok) return showProblems(added, form.entered)
  return redirect(`/staff/plans/${added.value.planId}/items/${added.value.number}`)
}

export default function NewItem() {
  const { t } = useTranslation("improvement")
  const { title, plan, owners } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const back = `/staff/plans/${plan.id}`
  return (
    <StaffPage title={title} lead={<Link to={back}>{plan.title}</Link>}>
      <ErrorSummary refused={refused} topic="improvement" />
      <Form method="post" className="sheet" noValidate>
        <ItemFields refused={refused} owners={owners} />
        <div className="row">
          <button>{t("newItem.send")}</button>
          <Link to={back}>{t("newItem.cancel")}</Link>
        </div>
      </Form>
    </StaffPage>
  )
}
