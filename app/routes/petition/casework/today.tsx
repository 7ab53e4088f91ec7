/** The first screen: what is due, what is new, what waits for me. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { caseReachOf } from "~/domain/access/reach"
import { queueQuery, type QueueView } from "~/domain/petition/casework/queue"
import { QueueFilterSchema } from "~/domain/petition/casework/queue.schema"
import { wordsFor } from "~/server/tools/locale.server"
import { readQueuePage } from "~/server/petition/casework/queue-page.server"
import { readAccessNotices } from "~/server/access/notices.server"
import { requireStaff } from "~/server/access/session.server"
import { AccessNotices } from "~/ui/access/access-notices"
import { StaffPage } from "~/ui/page/staff-page"
import { QueueTable } from "~/ui/petition/casework/queue-table"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "work.view")
  const t = wordsFor("zh-TW", "petition-casework")
  // An officer's work is the own cases; the others answer for the whole office.
  const own = caseReachOf(staff) === "own" ? { officer: staff.id } : {}
  const { lines, counts } = await readQueuePage(staff, QueueFilterSchema.parse(own))
  const urgent = lines.slice(0, MOST_URGENT)
  const notices = await readAccessNotices(staff)
  return { title: t("desk.title"), name: staff.name, counts, own, lines: urgent, notices }
}

const MOST_URGENT = 8
const SHOWN = ["overdue", "today", "week", "new", "waiting", "approval"] as const
const TONE: Partial<Record<QueueView, string>> = { overdue: "late", today: "soon" }

export default function Today() {
  const { title, name, counts, own, lines, notices } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const record = (
    <Link className="button" to="/staff/petitions/new">
      {t("queue.record")}
    </Link>
  )
  return (
    <StaffPage title={title} lead={t("desk.greeting", { name })} actions={record}>
      <AccessNotices {...notices} />
      <ul className="work-counts">
        {SHOWN.map((view) => (
          <li key={view} className={counts[view] === 0 ? "none" : TONE[view]}>
            <Link to={`/staff/petitions${queueQuery({ view, ...own })}`}>
              {t(`views.${view}`)}
              <b>{counts[view]}</b>
              <small>{t(`view-hints.${view}`)}</small>
            </Link>
          </li>
        ))}
      </ul>
      {lines.length === 0 ? (
        <p>{t("desk.nothing")}</p>
      ) : (
        <>
          <h2>{t("desk.urgent")}</h2>
          <QueueTable lines={lines} />
        </>
      )}
      <p className="row pages">
        <Link to={`/staff/petitions${queueQuery({ view: "mine" })}`}>
          {t("views.mine")} {counts.mine}
        </Link>
        <Link to="/staff/petitions">{t("desk.all")}</Link>
      </p>
    </StaffPage>
  )
}
