/** 等候確認: who gave a telephone number besides the e-mail address that nobody confirmed. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { requireStaff } from "~/server/access/session.server"
import { listUnconfirmed } from "~/server/petition/casework/unconfirmed.server"
import { wordsFor } from "~/server/tools/locale.server"
import { Instant } from "~/ui/page/dates"
import { ScrollRegion } from "~/ui/page/scroll-region"
import { StaffPage } from "~/ui/page/staff-page"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "petition.record")
  const title = wordsFor("zh-TW", "petition-casework")("unconfirmed.title")
  return { title, ...(await listUnconfirmed(staff)) }
}

export default function Unconfirmed() {
  const { title, count, petitions } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  if (petitions.length === 0) {
    return (
      <StaffPage title={title}>
        <p className="notice">{t("unconfirmed.lead")}</p>
        <p>{t("unconfirmed.empty")}</p>
      </StaffPage>
    )
  }
  return (
    <StaffPage title={title} lead={t("unconfirmed.of", { count })}>
      <p className="notice">{t("unconfirmed.lead")}</p>
      <ScrollRegion label={title}>
        <table className="queue">
          <thead>
            <tr>
              <th scope="col">{t("unconfirmed.until")}</th>
              <th scope="col">{t("unconfirmed.filed")}</th>
              <th scope="col">{t("unconfirmed.name")}</th>
              <th scope="col">{t("unconfirmed.phone")}</th>
              <th scope="col">{t("unconfirmed.confirm")}</th>
            </tr>
          </thead>
          <tbody>
            {petitions.map(({ id, name, phone, filedAt, confirmBy }) => (
              <tr key={id}>
                <td>
                  <Instant at={confirmBy} />
                </td>
                <td>
                  <Instant at={filedAt} />
                </td>
                <td>{name}</td>
                <td>
                  <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
                </td>
                <td>
                  <Link to={`/staff/unconfirmed/${id}`}>
                    {t("unconfirmed.confirm")}
                    <span className="sr"> {name}</span>
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {count > petitions.length ? (
        <p className="soft">{t("unconfirmed.more", { count: petitions.length })}</p>
      ) : null}
    </StaffPage>
  )
}
