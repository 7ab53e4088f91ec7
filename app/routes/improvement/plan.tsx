import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { mayDo } from "~/domain/access/permission"
import { taipeiDate } from "~/domain/deadline/calendar-date"
import { planIsOpen } from "~/domain/improvement/plan"
import { findPlan } from "~/server/improvement/plans.server"
import { requireStaff } from "~/server/access/session.server"
import styles from "~/ui/improvement/improvement.css?url"
import { PlanBody } from "~/ui/improvement/plan-body"
import { ScheduleTable } from "~/ui/improvement/schedule-table"
import { StaffPage } from "~/ui/page/staff-page"
import { useDayWords } from "~/ui/statistics/share-words"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.plan.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "plan.view")
  const plan = await findPlan(params.id ?? "", staff.officeId)
  if (!plan) throw new Response("no such plan", { status: 404 })
  const { id, rocYear, title, documentNo, status, content, items, approvedAt } = plan
  const isOpen = planIsOpen(plan)
  return {
    plan: { id, rocYear, title, documentNo, status, content, items },
    approvedOn: approvedAt && taipeiDate(approvedAt),
    mayAdd: isOpen && mayDo(staff.role, "plan.edit"),
    mayApprove: isOpen && items.length > 0 && mayDo(staff.role, "plan.approve"),
  }
}

export default function Plan() {
  const { t } = useTranslation("improvement")
  const { plan } = useLoaderData<typeof loader>()
  return (
    <StaffPage
      title={plan.title}
      lead={<Link to="/staff/plans">{t("plan.back")}</Link>}
      actions={<PlanActions />}
    >
      <State />
      <AnswersToFindings />
      {plan.items.length === 0 ? (
        <p className="prose">{t("plan.empty")}</p>
      ) : (
        <ScheduleTable
          planId={plan.id}
          rocYear={plan.rocYear}
          title={plan.content.scheduleTitle}
          note={plan.content.note}
          items={plan.items}
        />
      )}
      <PlanBody content={plan.content} />
    </StaffPage>
  )
}

function State() {
  const { t } = useTranslation("improvement")
  const dayWords = useDayWords()
  const { plan, approvedOn } = useLoaderData<typeof loader>()
  return (
    <p className="soft">
      {plan.documentNo ? <span className="document">{plan.documentNo}</span> : null}
      {approvedOn ? t("plan.approvedOn", { day: dayWords(approvedOn) }) : t("plan.draft")}
    </p>
  )
}

/** Items made from findings stand first: they are why the plan and the answers belong together. */
function AnswersToFindings() {
  const { t } = useTranslation("improvement")
  const { plan } = useLoaderData<typeof loader>()
  const answering = plan.items.filter(({ findingId }) => findingId !== null)
  if (answering.length === 0) return null
  return (
    <section>
      <h2>{t("plan.answers")}</h2>
      <ul>
        {answering.map(({ number, title }) => (
          <li key={number}>
            <Link to={`items/${number}`}>{t("plan.answer", { number, title })}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PlanActions() {
  const { t } = useTranslation("improvement")
  const { mayAdd, mayApprove } = useLoaderData<typeof loader>()
  return (
    <>
      {mayAdd ? (
        <Link className="button quiet" to="items/new">
          {t("plan.add")}
        </Link>
      ) : null}
      {mayApprove ? (
        <Link className="button" to="approval">
          {t("plan.approve")}
        </Link>
      ) : null}
    </>
  )
}
