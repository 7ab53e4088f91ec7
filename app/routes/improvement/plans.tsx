import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { mayDo } from "~/domain/access/permission"
import { taipeiDate } from "~/domain/deadline/calendar-date"
import { listPlans } from "~/server/improvement/plans.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { StaffPage } from "~/ui/page/staff-page"
import { useDayWords } from "~/ui/statistics/share-words"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "plan.view")
  const plans = await listPlans(staff.officeId)
  return {
    title: wordsFor("zh-TW", "improvement")("plans.title"),
    plans: plans.map(({ approvedAt, ...plan }) => ({
      ...plan,
      approvedOn: approvedAt && taipeiDate(approvedAt),
    })),
    mayEdit: mayDo(staff.role, "plan.edit"),
  }
}

export default function Plans() {
  const { t } = useTranslation("improvement")
  const { title, plans, mayEdit } = useLoaderData<typeof loader>()
  const start = mayEdit ? (
    <Link className="button" to="/staff/plans/new">
      {t("plans.start")}
    </Link>
  ) : null
  return (
    <StaffPage title={title} actions={start}>
      <p className="prose">{t("plans.intro")}</p>
      {plans.length === 0 ? <p className="prose">{t("plans.empty")}</p> : <PlanTable />}
    </StaffPage>
  )
}

function PlanTable() {
  const { t } = useTranslation("improvement")
  const dayWords = useDayWords()
  const { plans } = useLoaderData<typeof loader>()
  return (
    <div className="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("plans.year")}</th>
            <th scope="col">{t("plans.name")}</th>
            <th scope="col">{t("plans.state")}</th>
            <th scope="col" className="number">
              {t("plans.items")}
            </th>
            <th scope="col">{t("plans.approved")}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <td className="nowrap">{plan.rocYear}</td>
              <th scope="row">
                <Link to={`/staff/plans/${plan.id}`}>{plan.title}</Link>
              </th>
              <td>
                <span className={plan.status === "approved" ? "chip met" : "chip"}>
                  {t(`plans.states.${plan.status}`)}
                </span>
              </td>
              <td className="number">{plan.itemCount}</td>
              <td className="nowrap">
                {plan.approvedOn ? dayWords(plan.approvedOn) : t("plans.none")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
