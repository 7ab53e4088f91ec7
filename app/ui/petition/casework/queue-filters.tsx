/** Which part of the queue: the views as links, the filters as a form whose choices stand in the address. */
import { Form, Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { queueQuery, QUEUE_VIEWS, type QueueView } from "~/domain/petition/casework/queue"
import type { QueueFilter } from "~/domain/petition/casework/queue"

export type Choosable = { id: string; name: string }
type FilterProps = {
  filter: QueueFilter
  sections: (Choosable & { staff: Choosable[] })[]
  categories: { id: string; label: string }[]
}

export function QueueViews({
  filter,
  counts,
}: {
  filter: QueueFilter
  counts: Record<QueueView, number>
}) {
  const { t } = useTranslation("petition-casework")
  return (
    <nav className="views" aria-label={t("queue.views")}>
      {QUEUE_VIEWS.map((view) => (
        <Link
          key={view}
          to={`/staff/petitions${queueQuery({ ...filter, view, page: 1 })}`}
          aria-current={view === filter.view ? "page" : undefined}
        >
          {t(`views.${view}`)} <span className="soft">{counts[view]}</span>
        </Link>
      ))}
    </nav>
  )
}

export function QueueFilters({ filter, sections, categories }: FilterProps) {
  const { t } = useTranslation("petition-casework")
  const officers = sections.flatMap((section) => section.staff)
  return (
    <Form method="get" action="/staff/petitions" className="filters" role="search">
      {filter.view === "open" ? null : <input type="hidden" name="view" value={filter.view} />}
      <label className="search">
        {t("queue.search")}
        <input className="text" type="search" name="q" defaultValue={filter.q ?? ""} />
      </label>
      <Narrow name="section" value={filter.section} options={sections} />
      <Narrow name="officer" value={filter.officer} options={officers} />
      <Narrow
        name="category"
        value={filter.category}
        options={categories.map(({ id, label }) => ({ id, name: label }))}
      />
      <button className="quiet">{t("queue.apply")}</button>
      <Link to={`/staff/petitions${queueQuery({ view: filter.view })}`}>{t("queue.clear")}</Link>
    </Form>
  )
}

function Narrow({
  name,
  value,
  options,
}: {
  name: "section" | "officer" | "category"
  value: string | undefined
  options: Choosable[]
}) {
  const { t } = useTranslation("petition-casework")
  return (
    <label>
      {t(`queue.${name}`)}
      <select className="text" name={name} defaultValue={value ?? ""}>
        <option value="">{t("queue.all")}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}

export function QueuePages({ filter, pages }: { filter: QueueFilter; pages: number }) {
  const { t } = useTranslation("petition-casework")
  if (pages <= 1) return null
  const to = (page: number) => `/staff/petitions${queueQuery({ ...filter, page })}`
  return (
    <nav className="row pages" aria-label={t("queue.pages")}>
      {filter.page > 1 ? <Link to={to(filter.page - 1)}>{t("queue.previous")}</Link> : null}
      <span>{t("queue.page", { page: filter.page, pages })}</span>
      {filter.page < pages ? <Link to={to(filter.page + 1)}>{t("queue.next")}</Link> : null}
    </nav>
  )
}
