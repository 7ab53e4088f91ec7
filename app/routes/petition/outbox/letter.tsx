import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { findLetter } from "~/server/tools/outbox.server"
import { requireStaff } from "~/server/access/session.server"
import { Instant } from "~/ui/page/dates"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "outbox.view")
  const id = z.uuid().safeParse(params["id"])
  const letter = id.success ? await findLetter(staff, id.data) : null
  if (!letter) throw new Response(null, { status: 404 })
  const { subject, recipient, text, html, createdAt, sentAt, attempts, lastError, isSealed } =
    letter
  return { subject, recipient, text, html, createdAt, sentAt, attempts, lastError, isSealed }
}

export default function Letter() {
  const letter = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-outbox")
  return (
    <StaffPage title={letter.subject} lead={<Link to="/staff/outbox">{t("back")}</Link>}>
      <dl className="facts">
        <dt>{t("recipient")}</dt>
        <dd>{letter.recipient}</dd>
        <dt>{t("created")}</dt>
        <dd>
          <Instant at={letter.createdAt} />
        </dd>
        {letter.lastError ? (
          <>
            <dt>{t("last-error")}</dt>
            <dd>
              {letter.lastError}（{t("attempts")} {letter.attempts}）
            </dd>
          </>
        ) : null}
      </dl>
      {letter.isSealed ? <p className="notice">{t("sealed")}</p> : <Body letter={letter} />}
    </StaffPage>
  )
}

function Body({ letter }: { letter: { html: string; text: string } }) {
  const { t } = useTranslation("petition-outbox")
  return (
    <>
      <h2>{t("html-title")}</h2>
      <iframe className="letter" title={t("html-title")} sandbox="" srcDoc={letter.html} />
      <details>
        <summary>{t("text-title")}</summary>
        <pre className="prose">{letter.text}</pre>
      </details>
    </>
  )
}
