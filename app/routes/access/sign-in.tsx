import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { Form, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { afterSignIn, returnPath } from "~/domain/access/sign-in"
import { SignInForm } from "~/domain/access/sign-in.schema"
import { signIn } from "~/server/access/accounts.server"
import { isFormKept, KEPT_PARAM } from "~/server/access/kept-forms.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { findSignedIn } from "~/server/access/session.server"
import { ErrorSummary, HiddenField } from "~/ui/form/summary"
import { TextField } from "~/ui/form/field"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams, origin } = new URL(request.url)
  const to = returnPath(searchParams.get("to"))
  if (await findSignedIn(request)) throw redirect(to)
  const t = wordsFor("zh-TW", "access")
  const kept = new URL(to, origin).searchParams.get(KEPT_PARAM)
  const sent = (await isFormKept(kept)) ? "kept" : searchParams.has("lost") ? "lost" : null
  return { title: t("sign-in"), to, sent } as const
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, SignInForm)
  if (!form.ok) return showProblems(form)
  const session = await signIn(form.value, request)
  if (!session.ok) {
    const isTooMany = session.problems[0]?.code === "too-many-tries"
    return showProblems({ ...session, status: isTooMany ? 429 : 422 }, form.entered)
  }
  const { cookies, role } = session.value
  const headers = new Headers(cookies.map((cookie) => ["Set-Cookie", cookie]))
  return redirect(afterSignIn(form.value.to, role), { headers })
}

export default function SignIn() {
  const { to, sent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("access")
  return (
    <main id="main" className="gate">
      <p className="lead">{t("lead")}</p>
      <h1>{t("sign-in")}</h1>
      {sent ? (
        <p className="notice" role="status">
          {t(`session-over.${sent}`)}
        </p>
      ) : null}
      <Form reloadDocument method="post" className="sheet">
        <ErrorSummary refused={refused} topic="access" />
        <HiddenField name="to" value={to} />
        <TextField
          name="username"
          label={t("username")}
          autoComplete="username"
          required
          refused={refused}
          topic="access"
        />
        <TextField
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          required
          refused={refused}
          topic="access"
        />
        <button>{t("submit")}</button>
      </Form>
    </main>
  )
}
