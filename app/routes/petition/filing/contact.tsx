import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { keepStep, openStep, readStep } from "~/server/petition/filing/steps.server"
import { writesByEmail } from "~/server/tools/mailer.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { TextField } from "~/ui/form/field"
import { StepPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, office, refused, copy, replaced } = await openStep(request, "contact")
  const t = wordsFor(localeOf(request), "petition")
  return {
    title: t("portalTitle", { title: t("contact.title") }),
    page: { id, office, refused, copy, replaced },
    writesByEmail: writesByEmail(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  return keepStep(await readStep(request, "contact"))
}

export default function ContactPage() {
  const { page, writesByEmail } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition")
  const field = { refused: page.refused, topic: "petition" } as const
  const lead = <p>{t("contact.lead")}</p>
  return (
    <StepPage step="contact" title={t("contact.title")} before={lead} {...page}>
      <TextField
        {...field}
        {...{ required: true, name: "name", autoComplete: "name" }}
        label={t("contact.name")}
      />
      <TextField
        {...field}
        {...{ name: "email", type: "email", autoComplete: "email", inputMode: "email" }}
        label={t("contact.email")}
        hint={t(writesByEmail ? "contact.emailHint" : "contact.email-by-hand")}
      />
      <TextField
        {...field}
        {...{ name: "phone", type: "tel", autoComplete: "tel", inputMode: "tel" }}
        label={t("contact.phone")}
        hint={t("contact.phoneHint")}
      />
      <TextField
        {...field}
        {...{ name: "address", autoComplete: "street-address" }}
        label={t("contact.address")}
      />
    </StepPage>
  )
}
