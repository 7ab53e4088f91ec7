/** 寄件匣: every letter of the office, and above all those that did not arrive. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { requireStaff } from "~/server/access/session.server"
import { countUndelivered, listLetters } from "~/server/petition/outbox.server"
import { wordsFor } from "~/server/tools/locale.server"
import { mailMode } from "~/server/tools/mailer.server"
import { countBrakedLetters } from "~/server/tools/outbox.server"
import { triesAllowed } from "~/server/tools/throttle.server"
import { LetterTable } from "~/ui/petition/outbox/letter-table"
import { StaffPage } from "~/ui/page/staff-page"
import styles from "~/ui/petition/casework/casework.css?url"

const PAGE_SIZE = 50

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "outbox.view")
  const asked = new URL(request.url).searchParams
  const page = Math.max(1, Math.min(10_000, Number(asked.get("page")) || 1))
  const onlyUndelivered = asked.get("show") === "undelivered"
  const [letters, undelivered, braked] = await Promise.all([
    listLetters(staff, { page, pageSize: PAGE_SIZE, onlyUndelivered }),
    countUndelivered(staff),
    countBrakedLetters(),
  ])
  return {
    title: wordsFor("zh-TW", "petition-outbox")("title"),
    ...{ page, onlyUndelivered, undelivered, braked },
    letters: letters.slice(0, PAGE_SIZE),
    hasMore: letters.length > PAGE_SIZE,
    mode: mailMode(),
    limit: triesAllowed("unproven-letters"),
  }
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function Outbox() {
  const shown = useLoaderData<typeof loader>()
  const { letters, page, hasMore, onlyUndelivered } = shown
  const { t } = useTranslation("petition-outbox")
  const pageAt = (one: number) => `?${onlyUndelivered ? "show=undelivered&" : ""}page=${one}`
  return (
    <StaffPage title={t("title")} lead={t("lead")}>
      <Notices {...shown} />
      <Filters {...shown} />
      {letters.length === 0 ? (
        <p>{t(onlyUndelivered ? "empty-undelivered" : "empty")}</p>
      ) : (
        <LetterTable letters={letters} />
      )}
      <p className="row">
        {page > 1 ? <Link to={pageAt(page - 1)}>{t("later")}</Link> : null}
        {hasMore ? <Link to={pageAt(page + 1)}>{t("earlier")}</Link> : null}
      </p>
    </StaffPage>
  )
}

function Notices({ mode, braked, limit }: Shown) {
  const { t } = useTranslation("petition-outbox")
  return (
    <>
      {braked > 0 ? (
        <p className="notice" role="status">
          <strong>{t("braked-note", { limit, count: braked })}</strong>
        </p>
      ) : null}
      {mode === "demo" ? <p className="notice">{t("kept-note")}</p> : null}
      {mode === "paper" ? <p className="notice">{t("paper-note")}</p> : null}
    </>
  )
}

function Filters({ onlyUndelivered, undelivered }: Shown) {
  const { t } = useTranslation("petition-outbox")
  const current = (is: boolean) => (is ? ("page" as const) : undefined)
  return (
    <nav className="views" aria-label={t("filter-label")}>
      <Link to="/staff/outbox" aria-current={current(!onlyUndelivered)}>
        {t("filters.all")}
      </Link>
      <Link to="/staff/outbox?show=undelivered" aria-current={current(onlyUndelivered)}>
        {t("filters.undelivered", { count: undelivered })}
      </Link>
    </nav>
  )
}
