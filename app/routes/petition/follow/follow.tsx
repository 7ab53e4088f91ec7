import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { FollowForm } from "~/domain/petition/filing/filing.schema"
import { findByCode, openPass } from "~/server/petition/filing/follow.server"
import { PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
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

const HERE = "/petitions/follow"

export async function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "petition")
  const isOver = new URL(request.url).searchParams.has("over")
  const title = t("portalTitle", { title: t("follow.title") })
  const refused = isOver ? OVER : await refusedOn(request, HERE)
  return data({ title, refused }, { status: isOver ? 403 : 200 })
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, FollowForm)
  if (!form.ok) return showAgain(HERE, form.problems, form.entered)
  const found = await findByCode(form.value, clientAddress(request))
  if (!found.ok) return showAgain(HERE, found.problems, form.entered)
  const headers = new Headers({ "Set-Cookie": await openPass(found.value.id) })
  headers.append("Set-Cookie", await forgetRefused())
  return redirect("/petitions/case", { status: 303, headers })
}

export default function FollowPage() {
  const { refused } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition")
  const field = { refused, topic: "petition", required: true, autoComplete: "off" } as const
  return (
    <PetitionPage title={t("follow.title")} refused={refused}>
      <p>{t("follow.lead")}</p>
      <form method="post" noValidate>
        <FormGuard />
        <TextField {...field} name="number" label={t("number")} hint={t("follow.numberHint")} />
        <TextField {...field} name="code" label={t("accessCode")} hint={t("follow.codeHint")} />
        <button>{t("follow.submit")}</button>
      </form>
      <p>
        <a href="/petitions/follow/code">{t("lost-code.title")}</a>
      </p>
    </PetitionPage>
  )
}

const OVER = { problems: [{ code: "pass-over" }], entered: {} }
