/** One letter: to whom, how far it got and why no further, what it says, and sending it again. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { FAILURES } from "~/domain/letter/sending"
import { requireStaff } from "~/server/access/session.server"
import { findLetter, sendLetterAgain } from "~/server/petition/outbox.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { ErrorSummary, FormGuard } from "~/ui/form/summary"
import { Instant } from "~/ui/page/dates"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "outbox.view")
  const id = z.uuid().safeParse(params["id"])
  const letter = id.success ? await findLetter(staff, id.data) : null
  if (!letter) throw new Response(null, { status: 404 })
  const { subject, recipient, text, html, createdAt, sentAt, attempts, lastError } = letter
  const { state, failure, isSealed, maySendAgain } = letter
  return {
    ...{ subject, recipient, text, html, createdAt, sentAt, attempts, lastError },
    ...{ state, failure, isSealed, maySendAgain, number: letter.petition?.number ?? null },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "outbox.send")
  const id = z.uuid().safeParse(params["id"])
  const form = await readForm(request, z.strictObject({}))
  if (!id.success) throw new Response(null, { status: 404 })
  if (!form.ok) return showProblems(form)
  const sent = await sendLetterAgain(id.data, staff)
  if (sent.ok) return redirect(`/staff/outbox/${sent.value.id}`, 303)
  if (sent.problems[0]?.code === "letter-not-found") throw new Response(null, { status: 404 })
  return showProblems({ ...sent, status: 409 })
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function Letter() {
  const letter = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("petition-outbox")
  return (
    <StaffPage title={letter.subject} lead={<Link to="/staff/outbox">{t("back")}</Link>}>
      <ErrorSummary refused={refused} topic="petition-outbox" />
      <Facts letter={letter} />
      {letter.maySendAgain ? <SendAgain failure={letter.failure} /> : null}
      {letter.isSealed ? <p className="notice">{t("sealed")}</p> : <Body letter={letter} />}
    </StaffPage>
  )
}

function Facts({ letter }: { letter: Shown }) {
  const { t } = useTranslation("petition-outbox")
  const { number, attempts, lastError, sentAt } = letter
  const failure = FAILURES.find((one) => one === letter.failure)
  return (
    <dl className="facts">
      <dt>{t("recipient")}</dt>
      <dd>{letter.recipient}</dd>
      {number ? (
        <>
          <dt>{t("number")}</dt>
          <dd>
            <Link to={`/staff/petitions/${number}`}>{number}</Link>
          </dd>
        </>
      ) : null}
      <dt>{t("created")}</dt>
      <dd>
        <Instant at={letter.createdAt} />
      </dd>
      <dt>{t("status")}</dt>
      <dd>
        {t(`statuses.${letter.state}`)} {sentAt ? <Instant at={sentAt} /> : null}
      </dd>
      {failure ? (
        <>
          <dt>{t("why")}</dt>
          <dd>{t(`failures.${failure}`)}</dd>
        </>
      ) : null}
      {lastError ? (
        <>
          <dt>{t("last-error")}</dt>
          <dd>
            {lastError}（{t("attempts")} {attempts}）
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function SendAgain({ failure }: { failure: string | null }) {
  const { t } = useTranslation("petition-outbox")
  const mayHaveArrived = failure === "unanswered" || failure === "cut-off"
  return (
    <Form method="post" className="sheet">
      <FormGuard />
      <p>{t(mayHaveArrived ? "may-arrive-twice" : "send-again-to")}</p>
      <button>{t("send-again")}</button>
    </Form>
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
