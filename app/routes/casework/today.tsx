/** The first screen: what is due, what is new, what waits for me. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { queueQuery, type QueueView } from "~/domain/petition/queue"
import { today } from "~/server/clock.server"
import { wordsFor } from "~/server/locale.server"
import { countWork } from "~/server/petitions/queue.server"
import { requireStaff } from "~/server/session.server"
import { StaffPage } from "~/ui/page/staff-page"
import styles from "~/ui/petition/staff-casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "work.view")
  const t = wordsFor("zh-TW", "casework")
  return { title: t("desk.title"), name: staff.name, counts: await countWork(staff, today()) }
}

const SHOWN = ["overdue", "today", "week", "new", "waiting", "approval"] as const
const TONE: Partial<Record<QueueView, string>> = { overdue: "late", today: "soon" }

export default function Today() {
  const { title, name, counts } = useLoaderData<typeof loader>()
  const { t } = useTranslation("casework")
  const record = (
    <Link className="button" to="/staff/petitions/new">
      {t("queue.record")}
    </Link>
  )
  return (
    <StaffPage title={title} lead={t("desk.greeting", { name })} actions={record}>
      <ul className="work-counts">
        {SHOWN.map((view) => (
          <li key={view} className={counts[view] === 0 ? "none" : TONE[view]}>
            <Link to={`/staff/petitions${queueQuery({ view })}`}>
              {t(`views.${view}`)}
              <b>{counts[view]}</b>
              <small>{t(`view-hints.${view}`)}</small>
            </Link>
          </li>
        ))}
      </ul>
      {counts.open === 0 ? <p>{t("desk.nothing")}</p> : null}
      <p className="row">
        <Link to="/staff/petitions">
          {t("views.open")} {counts.open}
        </Link>
        <Link to={`/staff/petitions${queueQuery({ view: "mine" })}`}>
          {t("views.mine")} {counts.mine}
        </Link>
      </p>
    </StaffPage>
  )
}
