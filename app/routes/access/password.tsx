import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { Form, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { ChangePasswordForm } from "~/domain/access/sign-in.schema"
import { changePassword } from "~/server/access/accounts.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { TextField } from "~/ui/form/field"
import { ErrorSummary } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "account.own")
  const isSaved = new URL(request.url).searchParams.has("saved")
  return { title: wordsFor("zh-TW", "access")("change-password"), isSaved }
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "account.own")
  const form = await readForm(request, ChangePasswordForm)
  if (!form.ok) return showProblems(form)
  const session = await changePassword(staff, form.value)
  if (!session.ok) {
    const isTooMany = session.problems[0]?.code === "too-many-tries"
    return showProblems({ ...session, status: isTooMany ? 429 : 422 })
  }
  return redirect("/staff/password?saved", { headers: { "Set-Cookie": session.value } })
}

export default function Password() {
  const { isSaved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("access")
  const field = { type: "password", required: true, refused, topic: "access" } as const
  return (
    <StaffPage title={t("change-password")}>
      {isSaved ? (
        <p className="notice" role="status">
          {t("saved")}
        </p>
      ) : null}
      <Form reloadDocument method="post" className="sheet">
        <ErrorSummary refused={refused} topic="access" />
        <TextField
          {...field}
          name="currentPassword"
          label={t("current-password")}
          autoComplete="current-password"
        />
        <TextField
          {...field}
          name="newPassword"
          label={t("new-password")}
          hint={t("new-password-hint")}
          autoComplete="new-password"
        />
        <button>{t("save")}</button>
      </Form>
    </StaffPage>
  )
}
