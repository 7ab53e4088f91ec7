import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { wordsFor } from "~/server/tools/locale.server"
import { hasMailServer } from "~/server/tools/mailer.server"
import { listLetters } from "~/server/tools/outbox.server"
import { requireStaff } from "~/server/access/session.server"
import { StaffPage } from "~/ui/page/staff-page"
import { Instant } from "~/ui/page/dates"

const PAGE_SIZE = 50

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "outbox.view")
  const page = Math.max(
    1,
    Math.min(10_000, Number(new URL(request.url).searchParams.get("page")) || 1),
  )
  const letters = await listLetters(staff, page, PAGE_SIZE)
  return {
    title: wordsFor("zh-TW", "petition-outbox")("title"),
    page,
    letters: letters.slice(0, PAGE_SIZE),
    hasMore: letters.length > PAGE_SIZE,
    isKept: !hasMailServer(),
  }
}

export default function Outbox() {
  const { letters, page, hasMore, isKept } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-outbox")
  return (
    <StaffPage title={t("title")} lead={t("lead")}>
      {isKept ? <p className="notice">{t("kept-note")}</p> : null}
      {letters.length === 0 ? <p>{t("empty")}</p> : <Letters letters={letters} />}
      <p className="row">
        {page > 1 ? <Link to={`?page=${page - 1}`}>{t("later")}</Link> : null}
        {hasMore ? <Link to={`?page=${page + 1}`}>{t("earlier")}</Link> : null}
      </p>
    </StaffPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["letters"][number]

function Letters({ letters }: { letters: Row[] }) {
  const { t } = useTranslation("petition-outbox")
  return (
    <div className="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("created")}</th>
            <th scope="col">{t("subject")}</th>
            <th scope="col">{t("recipient")}</th>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("status")}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.id}>
              <td className="nowrap">
                <Instant at={letter.createdAt} />
              </td>
              <td className="subject">
                <Link to={letter.id}>{letter.subject}</Link>
              </td>
              <td className="nowrap">{letter.recipient}</td>
              <td className="nowrap">{letter.petition?.number}</td>
              <td className="nowrap">{t(`statuses.${letterStatus(letter.status)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const STATUSES = ["queued", "kept", "sent", "failed"] as const
const letterStatus = (status: string) => STATUSES.find((one) => one === status) ?? "queued"
