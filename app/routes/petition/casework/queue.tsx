/** The queue: every case of the office that this person may see, the most urgent first. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { QueueFilter } from "~/domain/petition/casework/queue.schema"
import { wordsFor } from "~/server/tools/locale.server"
import { listOfficeCategories, listSections } from "~/server/petition/casework/office-lists.server"
import { readQueuePage } from "~/server/petition/casework/queue-page.server"
import { requireStaff } from "~/server/access/session.server"
import { StaffPage } from "~/ui/page/staff-page"
import { QueueFilters, QueuePages, QueueViews } from "~/ui/petition/casework/queue-filters"
import { useQueueKeys } from "~/ui/petition/casework/queue-keys"
import { QueueTable } from "~/ui/petition/casework/queue-table"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "petition.view")
  const filter = QueueFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [page, sections, categories] = await Promise.all([
    readQueuePage(staff, filter),
    listSections(staff.officeId),
    listOfficeCategories(staff.officeId),
  ])
  const title = wordsFor("zh-TW", "petition-casework")("queue.title")
  return { title, filter, ...page, sections, categories }
}

export default function Queue() {
  const { title, filter, lines, total, pages, counts, sections, categories } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const showsKeys = useQueueKeys()
  const record = (
    <Link className="button" to="/staff/petitions/new">
      {t("queue.record")}
    </Link>
  )
  return (
    <StaffPage title={title} actions={record}>
      <QueueViews filter={filter} counts={counts} />
      <QueueFilters key={JSON.stringify(filter)} {...{ filter, sections, categories }} />
      {lines.length === 0 ? <p>{t("queue.empty")}</p> : <QueueTable lines={lines} />}
      <div className="row pages">
        <span className="soft">{t("queue.count", { count: total })}</span>
        <QueuePages filter={filter} pages={pages} />
      </div>
      <details className="keys soft" open={showsKeys}>
        <summary>{t("queue.keys.title")}</summary>
        <p>{t("queue.keys.list")}</p>
      </details>
    </StaffPage>
  )
}
