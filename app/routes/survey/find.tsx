import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { typedCode } from "~/domain/survey/channel"
import { findChannel } from "~/server/survey/questionnaires.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { CitizenPage } from "~/ui/page/citizen-page"
import { CodeForm } from "~/ui/survey/code-form"

export const handle = { hydrate: false }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }]

/** The short code of a poster, typed on the home page: to its questionnaire, or back with what is wrong. */
export async function loader({ request }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get("code") ?? "").slice(0, 200)
  const channel = await findChannel(typedCode(typed))
  if (channel) throw redirect(`/s/${channel.code}`)
  const locale = localeOf(request)
  const title = wordsFor(locale, "survey")("find.title")
  const isWrong = typed.trim() !== ""
  return data(
    { title: isWrong ? wordsFor(locale, "form")("error-title", { title }) : title, typed, isWrong },
    { status: isWrong ? 404 : 200 },
  )
}

export default function FindPage() {
  const { typed, isWrong } = useLoaderData<typeof loader>()
  const { t } = useTranslation("survey")
  const { t: tPage } = useTranslation("page")
  return (
    <CitizenPage>
      <h1>{t("find.title")}</h1>
      <CodeForm typed={typed} isWrong={isWrong} />
      <p>
        <a href="/#offices">{tPage("phones")}</a>
      </p>
    </CitizenPage>
  )
}
