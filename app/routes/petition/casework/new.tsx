/** 登記陳情: what was said at the counter or on the phone is written down, read back and numbered (§169). */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { Form, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { RecordForm } from "~/domain/petition/casework/oral.schema"
import { randomToken } from "~/server/tools/code.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { listOfficeCategories } from "~/server/petition/casework/office-lists.server"
import { recordPetition } from "~/server/petition/casework/record.server"
import { requireStaff } from "~/server/access/session.server"
import { ErrorSummary, HiddenField } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"
import { RecordDone, RecordFields } from "~/ui/petition/casework/record-form"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "petition.record")
  const title = wordsFor("zh-TW", "petition-casework")("record.title")
  return {
    title,
    submissionKey: randomToken(),
    categories: await listOfficeCategories(staff.officeId),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "petition.record")
  const form = await readForm(request, RecordForm)
  if (!form.ok) return showProblems(form)
  const recorded = await recordPetition(form.value, staff)
  return recorded.ok ? recorded.value : showProblems(recorded, form.entered)
}

export default function RecordPetition() {
  const { title, submissionKey, categories } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  if (answer && "accessCode" in answer) {
    return (
      <StaffPage title={t("record.done", { number: answer.number })} lead={title}>
        <RecordDone {...answer} />
      </StaffPage>
    )
  }
  return (
    <StaffPage title={title} lead={t("record.lead")}>
      <p className="notice">{t("record.intro")}</p>
      <Form method="post" className="sheet" noValidate>
        <ErrorSummary refused={answer ?? null} topic="petition-casework" />
        <HiddenField name="submissionKey" value={submissionKey} />
        <RecordFields categories={categories} refused={answer ?? null} />
        <button>{t("record.submit")}</button>
      </Form>
    </StaffPage>
  )
}
