import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { wordsIn } from "~/domain/words"
import { listPublicOffices, type PublicOffice } from "~/server/survey/way-in.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { CitizenPage } from "~/ui/page/citizen-page"
import { CodeForm } from "~/ui/survey/code-form"

export const handle = { hydrate: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const t = wordsFor(locale, "page")
  const offices = await listPublicOffices()
  return {
    title: `${t("home-page.title")}｜${t("portal")}`,
    offices: offices.map((office) => shownIn(office, locale)),
  }
}

function shownIn(office: PublicOffice, locale: ReturnType<typeof localeOf>) {
  const { id, name, nameEn, phone, address, hours, surveys } = office
  return {
    id,
    name: locale === "zh-TW" ? name : nameEn,
    phone,
    address,
    hours: hours && wordsIn(hours, locale),
    surveys: surveys.map(({ code }) => code),
  }
}

export default function Home() {
  const { offices } = useLoaderData<typeof loader>()
  const { t } = useTranslation("page")
  return (
    <CitizenPage hasStaffLink>
      <h1>{t("home-page.title")}</h1>
      <p>{t("home-page.lead")}</p>
      <h2>{t("home-page.answer")}</h2>
      <CodeForm />
      <ul className="doors">
        <Door to="/petitions/new" label={t("home-page.file")} hint={t("home-page.file-hint")} />
        <Door
          to="/petitions/follow"
          label={t("home-page.follow")}
          hint={t("home-page.follow-hint")}
        />
      </ul>
      {offices.length === 0 ? null : (
        <section id="offices" aria-labelledby="offices-title">
          <h2 id="offices-title">{t("home-page.our-offices")}</h2>
          {offices.map((office) => (
            <Office key={office.id} {...office} />
          ))}
        </section>
      )}
    </CitizenPage>
  )
}

type OfficeProps = Omit<ReturnType<typeof shownIn>, "id">

function Office({ name, phone, address, hours, surveys }: OfficeProps) {
  const { t } = useTranslation("page")
  return (
    <section className="office">
      <h3>{name}</h3>
      <p>
        {address}
        <br />
        {t("home-page.phone")} <a href={`tel:${phone.replace(/[^\d+#*,]/g, "")}`}>{phone}</a>
        {hours ? (
          <>
            <br />
            {hours}
          </>
        ) : null}
      </p>
      {surveys.map((code) => (
        <p key={code}>
          <a href={`/s/${code}`}>{t("home-page.survey", { office: name })}</a>
        </p>
      ))}
    </section>
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
