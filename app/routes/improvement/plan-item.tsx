import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { mayDo } from "~/domain/access/permission"
import { MonthsSchema } from "~/domain/improvement/plan.schema"
import { planIsOpen } from "~/domain/improvement/plan"
import { begunMonths } from "~/domain/improvement/progress"
import { today } from "~/server/tools/clock.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { findPlanItem } from "~/server/improvement/chain.server"
import { markMonths } from "~/server/improvement/plan-items.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { listItemNames } from "~/server/statistics/trends.server"
import { ErrorSummary } from "~/ui/form/summary"
import { ChainView } from "~/ui/improvement/chain-view"
import styles from "~/ui/improvement/improvement.css?url"
import { WorkProgress } from "~/ui/improvement/work-progress"
import { StaffPage } from "~/ui/page/staff-page"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const Marks = z.object({ workRowId: z.string().min(1, "required"), actualMonths: MonthsSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "plan.view")
  const chain = await findPlanItem(params.id ?? "", Number(params.number), staff.officeId)
  if (!chain) throw new Response("no such item", { status: 404 })
  const { plan, item, finding, check } = chain
  const names = await listItemNames(staff.officeId)
  const { number, title, owner, workRows, target } = item
  return {
    title: wordsFor("zh-TW", "improvement")("item.title", { number, title }),
    plan: { id: plan.id, title: plan.title, isOpen: planIsOpen(plan) },
    item: { owner, workRows, target },
    finding: finding && { id: finding.id, evidence: finding.evidence },
    itemName: finding ? (names[finding.item] ?? finding.item) : "",
    check,
    begun: begunMonths(plan.rocYear, today()),
    mayNote: !planIsOpen(plan) && mayDo(staff.role, "plan.edit"),
  }
}

/** Notes the months in which one row of work was done. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "plan.edit")
  const form = await readForm(request, Marks)
  if (!form.ok) return showProblems(form)
  const noted = await markMonths({ planId: params.id ?? "", ...form.value }, staff)
  if (!noted.ok) return showProblems(noted, form.entered)
  return redirect(`/staff/plans/${params.id}/items/${params.number}`)
}

export default function PlanItem() {
  const { t } = useTranslation("improvement")
  const { title, plan, item, finding, itemName, check, begun, mayNote } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <StaffPage title={title} lead={<Link to={`/staff/plans/${plan.id}`}>{plan.title}</Link>}>
      <ErrorSummary refused={refused} topic="improvement" />
      <p>{t("item.owner", { owner: item.owner })}</p>
      <div className={finding ? "report" : "prose-wide"}>
        <WorkProgress rows={item.workRows} begun={begun} mayNote={mayNote} isDraft={plan.isOpen} />
        {finding && item.target ? (
          <ChainView
            finding={finding}
            itemName={itemName}
            target={item.target}
            isLocked={!plan.isOpen}
            check={check}
          />
        ) : (
          <p className="soft">{t("item.ordinary")}</p>
        )}
      </div>
    </StaffPage>
  )
}
