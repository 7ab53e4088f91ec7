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
import { refuse } from "~/domain/outcome"
import { signIn } from "~/server/access/accounts.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { findSignedIn } from "~/server/access/session.server"
import { clientAddress, forgiveTry, mayTry } from "~/server/tools/throttle.server"
import { ErrorSummary, HiddenField } from "~/ui/form/summary"
import { TextField } from "~/ui/form/field"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const to = returnPath(new URL(request.url).searchParams.get("to"))
  if (await findSignedIn(request)) throw redirect(to)
  const t = wordsFor("zh-TW", "access")
  return { title: t("sign-in"), to }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, SignInForm)
  if (!form.ok) return showProblems(form)
  const address = clientAddress(request)
  if (!(await mayTry("sign-in", address))) {
    return showProblems({ ...refuse("too-many-tries"), status: 429 }, form.entered)
  }
  const session = await signIn(form.value.username, form.value.password)
  if (!session.ok) return showProblems(session, form.entered)
  await forgiveTry("sign-in", address)
  const { cookie, role } = session.value
  return redirect(afterSignIn(form.value.to, role), { headers: { "Set-Cookie": cookie } })
}

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("access")
  return (
    <main id="main" className="gate">
      <p className="lead">{t("lead")}</p>
      <h1>{t("sign-in")}</h1>
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
