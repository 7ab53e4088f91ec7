/** 電話確認: the petitioner is called at the number given, and the petition is accepted. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { PhoneConfirmationForm } from "~/domain/petition/casework/identity.schema"
import { requireStaff } from "~/server/access/session.server"
import { confirmByPhone, findUnconfirmed } from "~/server/petition/casework/unconfirmed.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { Choices } from "~/ui/form/choices"
import { TextField } from "~/ui/form/field"
import { ErrorSummary } from "~/ui/form/summary"
import { Instant } from "~/ui/page/dates"
import { StaffPage } from "~/ui/page/staff-page"
import { PhoneConfirmed } from "~/ui/petition/casework/phone-confirmed"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "petition.record")
  const petition = await findUnconfirmed(idOf(params["id"]), staff)
  const t = wordsFor("zh-TW", "petition-casework")
  const name = petition?.name ?? ""
  const title = t(petition ? "unconfirmed.confirm-title" : "unconfirmed.title", { name })
  return { title, petition }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "petition.record")
  const form = await readForm(request, PhoneConfirmationForm)
  if (!form.ok) return showProblems(form)
  const confirmed = await confirmByPhone(idOf(params["id"]), form.value.email, staff)
  return confirmed.ok ? confirmed.value : showProblems({ ...confirmed, status: 409 }, form.entered)
}

/** An address that is no id is nobody's. */
const idOf = (id = ""): string =>
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? id : "00000000-0000-0000-0000-000000000000"

export default function PhoneConfirmation() {
  const { title, petition } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const back = <Link to="/staff/unconfirmed">{t("unconfirmed.back")}</Link>
  if (answer && "accessCode" in answer) return <PhoneConfirmed {...answer} back={back} />
  const refused = answer ?? null
  if (!petition) {
    const gone = { problems: [{ code: "already-confirmed" }], entered: {} }
    return (
      <StaffPage title={title} lead={back}>
        <ErrorSummary refused={refused ?? gone} topic="petition-casework" />
      </StaffPage>
    )
  }
  const field = { refused, topic: "petition-casework" } as const
  return (
    <StaffPage title={title} lead={back}>
      <p className="notice">{t("unconfirmed.intro")}</p>
      <dl className="facts">
        <dt>{t("unconfirmed.phone")}</dt>
        <dd>{petition.phone}</dd>
        <dt>{t("unconfirmed.subject")}</dt>
        <dd>{petition.subject ?? t("unconfirmed.confidential")}</dd>
        <dt>{t("unconfirmed.until")}</dt>
        <dd>
          <Instant at={petition.confirmBy} />
        </dd>
      </dl>
      <Form method="post" className="sheet" noValidate>
        <ErrorSummary {...field} />
        <TextField
          {...{ ...field, name: "email", type: "email", value: petition.email }}
          label={t("unconfirmed.email")}
        />
        <Choices
          {...{ ...field, name: "spoken", label: t("unconfirmed.spoken"), several: true }}
          required
          options={[{ value: "yes", label: t("unconfirmed.spoken-option") }]}
        />
        <button>{t("unconfirmed.submit")}</button>
      </Form>
    </StaffPage>
  )
}
