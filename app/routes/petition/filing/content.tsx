import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { CONTENT_LENGTH, firstOpenStep, SUBJECT_LENGTH } from "~/domain/petition/filing/filing"
import { STEP_SCHEMAS } from "~/domain/petition/filing/filing.schema"
import { findDraft, saveAnswers } from "~/server/petition/filing/drafts.server"
import {
  giveBack,
  PRIVATE_PAGE,
  requireDraft,
  stepPath,
} from "~/server/petition/filing/pages.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { Choices } from "~/ui/form/choices"
import { TextArea, TextField } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import { StepPage } from "~/ui/petition/filing/filing-page"
import { KeptTextPage } from "~/ui/petition/filing/kept-text"
import { PrivacyNotice } from "~/ui/petition/filing/privacy-notice"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { draft, office } = await requireDraft(request, "content")
  const t = wordsFor(localeOf(request), "petition")
  return { title: t("portalTitle", { title: t("content.title") }), office, answers: draft.content }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, STEP_SCHEMAS.content)
  if (!(await findDraft(request))) giveBack("draft-missing", form.entered.content)
  const { id, draft } = await requireDraft(request, "content")
  if (!form.ok) return showProblems(form)
  await saveAnswers(id, { content: form.value })
  return redirect(stepPath(firstOpenStep({ ...draft, content: form.value })), 303)
}

export default function ContentPage() {
  const { office, answers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("petition")
  const field = { refused, topic: "petition" } as const
  return (
    <StepPage step="content" title={t("content.title")} office={office} refused={refused}>
      <PrivacyNotice office={office} />
      <form method="post" noValidate>
        <FormGuard />
        <TextField
          {...field}
          required
          name="subject"
          label={t("content.subject")}
          hint={t("content.subjectHint", { max: SUBJECT_LENGTH })}
          value={answers?.subject}
        />
        <TextArea
          {...field}
          required
          name="content"
          rows={10}
          label={t("content.content")}
          hint={t("content.contentHint", { max: CONTENT_LENGTH })}
          value={answers?.content}
        />
        <Choices
          {...field}
          several
          name="confidential"
          label={t("content.confidential")}
          options={[{ value: "yes", label: t("content.confidentialWish") }]}
          value={answers?.confidential ? "yes" : undefined}
        />
        <button>{t("next")}</button>
      </form>
    </StepPage>
  )
}

/** A draft may be gone, sent from another window or a day old: the text is given back. */
export function ErrorBoundary() {
  return <KeptTextPage />
}
