import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { LostCodeForm } from "~/domain/petition/filing/filing.schema"
import { PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { sendCodeAgain } from "~/server/petition/filing/recover.server"
import { forgetRefused, refusedOn, showAgain } from "~/server/petition/filing/refused-form.server"
import { readForm } from "~/server/tools/form.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { clientAddress } from "~/server/tools/throttle.server"
import { TextField } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import { PetitionPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const HERE = "/petitions/follow/code"

export async function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "petition")
  const isSent = new URL(request.url).searchParams.has("sent")
  const heading = t(isSent ? "lost-code.sent-title" : "lost-code.title")
  const title = t("portalTitle", { title: heading })
  return { title, heading, isSent, refused: isSent ? null : await refusedOn(request, HERE) }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, LostCodeForm)
  if (!form.ok) return showAgain(HERE, form.problems, form.entered)
  const { number, email } = form.value
  const sent = await sendCodeAgain({ number, email: email ?? "" }, clientAddress(request))
  if (!sent.ok) return showAgain(HERE, sent.problems, form.entered)
  const headers = { "Set-Cookie": await forgetRefused() }
  return redirect(`${HERE}?sent=yes`, { status: 303, headers })
}

export default function LostCodePage() {
  const { heading, isSent, refused } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition")
  if (isSent) {
    return (
      <PetitionPage title={heading}>
        <p>{t("lost-code.sent")}</p>
        <p>
          <a href="/petitions/follow">{t("followLink")}</a>
        </p>
      </PetitionPage>
    )
  }
  const field = { refused, topic: "petition", required: true } as const
  return (
    <PetitionPage title={heading} refused={refused}>
      <p>{t("lost-code.lead")}</p>
      <form method="post" noValidate>
        <FormGuard />
        <TextField {...field} name="number" label={t("number")} hint={t("follow.numberHint")} />
        <TextField
          {...field}
          {...{ name: "email", type: "email", autoComplete: "email", inputMode: "email" }}
          label={t("contact.email")}
        />
        <button>{t("lost-code.submit")}</button>
      </form>
      <p className="soft">{t("lost-code.without-mail")}</p>
    </PetitionPage>
  )
}
