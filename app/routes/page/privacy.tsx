import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useTranslation } from "react-i18next"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { CitizenPage } from "~/ui/page/citizen-page"

const PARTS = ["survey", "petition", "rights", "cookies"] as const

export const handle = { hydrate: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "page")
  return { title: `${t("privacy.title")}｜${t("portal")}` }
}

export default function Privacy() {
  const { t } = useTranslation("page")
  return (
    <CitizenPage>
      <h1>{t("privacy.title")}</h1>
      <p>{t("privacy.lead")}</p>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{t(`privacy.${part}-title`)}</h2>
          <p>{t(`privacy.${part}`)}</p>
        </section>
      ))}
    </CitizenPage>
  )
}
