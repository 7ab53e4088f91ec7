import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { readForm, showProblems } from "~/server/tools/form.server"
import { dismissFinding, findFinding } from "~/server/improvement/findings.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { listItemNames } from "~/server/statistics/trends.server"
import { TextArea } from "~/ui/form/field"
import { ErrorSummary } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const Dismissal = z.object({ reason: z.string().min(1, "reason-required").max(1000, "too-long") })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "finding.decide")
  const finding = await findFinding(params.id ?? "", staff.officeId)
  if (!finding) throw new Response("no such finding", { status: 404 })
  const names = await listItemNames(staff.officeId)
  const words = wordsFor("zh-TW", "improvement")
  const item = names[finding.item] ?? finding.item
  return {
    title: words("dismissal.title"),
    about: words("finding.title", { item }),
    id: finding.id,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "finding.decide")
  const form = await readForm(request, Dismissal)
  if (!form.ok) return showProblems(form)
  const dismissed = await dismissFinding(params.id ?? "", form.value.reason, staff)
  return dismissed.ok
    ? redirect(`/staff/findings/${params.id}`)
    : showProblems(dismissed, form.entered)
}

export default function DismissalPage() {
  const { t } = useTranslation("improvement")
  const { title, about, id } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <StaffPage title={title} lead={<Link to={`/staff/findings/${id}`}>{about}</Link>}>
      <ErrorSummary refused={refused} topic="improvement" />
      <Form method="post" className="sheet" noValidate>
        <p>{t("dismissal.intro")}</p>
        <TextArea
          name="reason"
          label={t("dismissal.reason")}
          hint={t("dismissal.reasonHint")}
          refused={refused}
          topic="improvement"
          required
        />
        <div className="row">
          <button>{t("dismissal.send")}</button>
          <Link to={`/staff/findings/${id}`}>{t("dismissal.cancel")}</Link>
        </div>
      </Form>
    </StaffPage>
  )
}
