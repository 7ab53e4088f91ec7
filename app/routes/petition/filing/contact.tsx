import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { firstOpenStep } from "~/domain/petition/filing/filing"
import { STEP_SCHEMAS } from "~/domain/petition/filing/filing.schema"
import { saveAnswers } from "~/server/petition/filing/drafts.server"
import { PRIVATE_PAGE, requireDraft, stepPath } from "~/server/petition/filing/pages.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { writesByEmail } from "~/server/tools/mailer.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { TextField } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import { StepPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { draft, office } = await requireDraft(request, "contact")
  const t = wordsFor(localeOf(request), "petition")
  const title = t("portalTitle", { title: t("contact.title") })
  return { title, office, answers: draft.contact, writesByEmail: writesByEmail() }
}

export async function action({ request }: ActionFunctionArgs) {
  const { id, draft } = await requireDraft(request, "contact")
  const form = await readForm(request, STEP_SCHEMAS.contact)
  if (!form.ok) return showProblems(form)
  await saveAnswers(id, { contact: form.value })
  return redirect(stepPath(firstOpenStep({ ...draft, contact: form.value })), 303)
}

export default function ContactPage() {
  const { office, answers, writesByEmail } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("petition")
  const field = { refused, topic: "petition" } as const
  return (
    <StepPage step="contact" title={t("contact.title")} office={office} refused={refused}>
      <p>{t("contact.lead")}</p>
      <form method="post" noValidate>
        <FormGuard />
        <TextField
          {...field}
          {...{ required: true, name: "name", autoComplete: "name" }}
          label={t("contact.name")}
          value={answers?.name}
        />
        <TextField
          {...field}
          {...{ name: "email", type: "email", autoComplete: "email", inputMode: "email" }}
          label={t("contact.email")}
          hint={t(writesByEmail ? "contact.emailHint" : "contact.email-by-hand")}
          value={answers?.email ?? ""}
        />
        <TextField
          {...field}
          {...{ name: "phone", type: "tel", autoComplete: "tel", inputMode: "tel" }}
          label={t("contact.phone")}
          hint={t("contact.phoneHint")}
          value={answers?.phone ?? ""}
        />
        <TextField
          {...field}
          {...{ name: "address", autoComplete: "street-address" }}
          label={t("contact.address")}
          value={answers?.address ?? ""}
        />
        <button>{t("next")}</button>
      </form>
    </StepPage>
  )
}
