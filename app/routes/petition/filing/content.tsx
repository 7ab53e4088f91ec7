import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { answersOf } from "~/domain/petition/filing/draft"
import {
  CONTENT_LENGTH,
  isAlwaysConfidential,
  SUBJECT_LENGTH,
} from "~/domain/petition/filing/filing"
import { listCategories, PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { keepStep, openStep, readStep } from "~/server/petition/filing/steps.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { Choices } from "~/ui/form/choices"
import { TextArea, TextField } from "~/ui/form/field"
import { Meter } from "~/ui/petition/filing/meter"
import { StepPage } from "~/ui/petition/filing/filing-page"
import { KeptTextPage } from "~/ui/petition/filing/kept-text"
import { PrivacyNotice } from "~/ui/petition/filing/privacy-notice"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, draft, office, refused, copy, replaced } = await openStep(request, "content")
  const t = wordsFor(localeOf(request), "petition")
  const { what } = answersOf(draft)
  const category = (await listCategories(office.id)).find((one) => one.id === what?.categoryId)
  return {
    title: t("portalTitle", { title: t("content.title") }),
    page: { id, office, refused, copy, replaced },
    isConfidential: isAlwaysConfidential(what?.nature, category),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  return keepStep(await readStep(request, "content"))
}

export default function ContentPage() {
  const { page, isConfidential } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition")
  const field = { refused: page.refused, topic: "petition" } as const
  const notice = <PrivacyNotice office={page.office} />
  return (
    <StepPage step="content" title={t("content.title")} before={notice} {...page}>
      <TextField
        {...field}
        required
        name="subject"
        label={t("content.subject")}
        hint={t("content.subjectHint", { max: SUBJECT_LENGTH })}
      />
      <TextArea
        {...field}
        required
        name="content"
        rows={10}
        label={t("content.content")}
        hint={t("content.contentHint", { max: CONTENT_LENGTH })}
      />
      <Meter of="content" max={CONTENT_LENGTH} />
      {isConfidential ? (
        <p className="notice">{t("content.always-confidential")}</p>
      ) : (
        <Choices
          {...field}
          several
          name="confidential"
          label={t("content.confidential")}
          options={[{ value: "yes", label: t("content.confidentialWish") }]}
        />
      )}
    </StepPage>
  )
}

/** A draft may be gone, sent from another window or a day old: the text is given back. */
export function ErrorBoundary() {
  return <KeptTextPage />
}
