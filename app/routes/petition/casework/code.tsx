/** 重新告知查詢碼: at the counter, after the identity was checked; the case remembers who did. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { TellCodeForm } from "~/domain/petition/casework/identity.schema"
import { maySeeContact } from "~/domain/petition/casework/may-act"
import { requireStaff } from "~/server/access/session.server"
import { tellAccessCode } from "~/server/petition/casework/access-code.server"
import { findContact } from "~/server/petition/casework/case.server"
import { requireCase } from "~/server/petition/casework/desk.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { Choices } from "~/ui/form/choices"
import { ErrorSummary } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"
import { CaseContact } from "~/ui/petition/casework/case-contact"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "petition.record")
  const desk = await requireCase(request, params["number"])
  if (!maySeeContact(desk.petition, desk.staff)) throw new Response(null, { status: 403 })
  const { number } = desk.petition
  const title = wordsFor("zh-TW", "petition-casework")("code.title")
  return { title, number, contact: await findContact(desk) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireStaff(request, "petition.record")
  const { staff, petition } = await requireCase(request, params["number"])
  const form = await readForm(request, TellCodeForm)
  if (!form.ok) return showProblems(form)
  const told = await tellAccessCode(petition.id, staff)
  return told.ok ? told.value : showProblems({ ...told, status: 403 })
}

export default function TellCode() {
  const { title, number, contact } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const back = <Link to={`/staff/petitions/${number}`}>{t("code.back")}</Link>
  if (answer && "accessCode" in answer) {
    return (
      <StaffPage title={t("code.done", { number })} lead={back}>
        <p>{t("code.tell")}</p>
        <p className="record-code">{answer.accessCode}</p>
      </StaffPage>
    )
  }
  return (
    <StaffPage title={title} lead={back}>
      <p className="notice">{t("code.intro")}</p>
      <CaseContact contact={contact} />
      <Form method="post" className="sheet" noValidate>
        <ErrorSummary refused={answer ?? null} topic="petition-casework" />
        <Choices
          {...{ name: "checked", label: t("code.checked"), several: true, required: true }}
          {...{ refused: answer ?? null, topic: "petition-casework" }}
          options={[{ value: "yes", label: t("code.checked-option") }]}
        />
        <button>{t("code.submit")}</button>
      </Form>
    </StaffPage>
  )
}
