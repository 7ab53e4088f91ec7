import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useTranslation } from "react-i18next"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { CitizenPage } from "~/ui/page/citizen-page"

export const handle = { hydrate: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "page")
  return { title: `${t("home-page.title")}｜${t("portal")}` }
}

export default function Home() {
  const { t } = useTranslation("page")
  return (
    <CitizenPage>
      <h1>{t("home-page.title")}</h1>
      <p>{t("home-page.lead")}</p>
      <ul className="doors">
        <Door to="/petitions/new" label={t("home-page.file")} hint={t("home-page.file-hint")} />
        <Door
          to="/petitions/follow"
          label={t("home-page.follow")}
          hint={t("home-page.follow-hint")}
        />
      </ul>
      <h2>{t("home-page.answer")}</h2>
      <p>{t("home-page.answer-hint")}</p>
      <p className="soft">
        <a href="/staff">{t("home-page.staff")}</a>
      </p>
    </CitizenPage>
  )
}

function Door({ to, label, hint }: { to: string; label: string; hint: string }) {
  return (
    <li>
      <a href={to}>{label}</a>
      <small>{hint}</small>
    </li>
  )
}
