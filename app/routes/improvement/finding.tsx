import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { mayDo } from "~/domain/access/permission"
import { nextActions } from "~/domain/improvement/finding"
import { listEvents } from "~/server/tools/events.server"
import { readFields, showProblems } from "~/server/tools/form.server"
import { confirmFinding, findFinding } from "~/server/improvement/findings.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { listItemNames } from "~/server/statistics/trends.server"
import { ErrorSummary } from "~/ui/form/summary"
import { EvidenceView } from "~/ui/improvement/evidence-view"
import { FindingHistory } from "~/ui/improvement/finding-history"
import improvementStyles from "~/ui/improvement/improvement.css?url"
import { StaffPage } from "~/ui/page/staff-page"
import styles from "~/ui/statistics/statistics.css?url"

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: improvementStyles },
]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "finding.view")
  const finding = await findFinding(params.id ?? "", staff.officeId)
  if (!finding) throw new Response("no such finding", { status: 404 })
  const [history, names] = await Promise.all([
    listEvents("finding", finding.id),
    listItemNames(staff.officeId),
  ])
  const itemName = names[finding.item] ?? finding.item
  const title = wordsFor("zh-TW", "improvement")("finding.title", { item: itemName })
  const { status, evidence, plannedIn, reason } = finding
  return {
    title,
    itemName,
    finding: { id: finding.id, status, evidence, plannedIn, reason },
    history: history.map(({ kind, at, actorName }) => ({ kind, at: at.toISOString(), actorName })),
    actions: mayDo(staff.role, "finding.decide") ? nextActions(status) : [],
    mayDecide: mayDo(staff.role, "finding.decide"),
  }
}

/** Confirms: the one action of this page that needs no words. The others have pages of their own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "finding.decide")
  const form = await readFields(request)
  if (!form.ok) return showProblems(form)
  const confirmed = await confirmFinding(params.id ?? "", staff)
  return confirmed.ok ? redirect(`/staff/findings/${params.id}`) : showProblems(confirmed)
}

export default function Finding() {
  const { t } = useTranslation("improvement")
  const { title, itemName, finding, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <StaffPage
      title={title}
      lead={<Link to={`/staff/findings?state=${finding.status}`}>{t("finding.back")}</Link>}
    >
      <ErrorSummary refused={refused} topic="improvement" />
      <div className="report">
        <EvidenceView evidence={finding.evidence} itemName={itemName} />
        <aside className="judgement">
          <Judgement />
          <FindingHistory events={history} reason={finding.reason} />
        </aside>
      </div>
    </StaffPage>
  )
}

function Judgement() {
  const { t } = useTranslation("improvement")
  const { finding, actions, mayDecide } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="judgement-title">
      <h2 id="judgement-title">{t("finding.what")}</h2>
      <p>
        <span className="chip">{t(`findings.states.${finding.status}`)}</span>
      </p>
      {mayDecide ? null : <p className="soft">{t("finding.notPermitted")}</p>}
      <div className="next-actions">
        {actions.includes("confirm") ? (
          <Form method="post">
            <button>{t("finding.confirm")}</button>
          </Form>
        ) : null}
        {actions.includes("plan") ? (
          <Link className="button" to="plan-item">
            {t("finding.plan")}
          </Link>
        ) : null}
        {actions.includes("dismiss") ? (
          <Link className="button quiet" to="dismissal">
            {t("finding.dismiss")}
          </Link>
        ) : null}
      </div>
      {finding.plannedIn.map(({ planId, rocYear, number, title }) => (
        <p key={planId}>
          <Link to={`/staff/plans/${planId}/items/${number}`}>
            {t("finding.plannedIn", { year: rocYear, number, title })}
          </Link>
        </p>
      ))}
    </section>
  )
}
