import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { confirmBy } from "~/domain/petition/filing/confirmation"
import { dayOf } from "~/server/deadline/calendar.server"
import { findSent, passOf } from "~/server/petition/filing/follow.server"
import { PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { Day, Instant } from "~/ui/page/dates"
import { PetitionPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "petition")
  const id = await passOf(request, "sent")
  const sent = id === null ? null : await findSent(id)
  const title = (key: "missingTitle" | "acceptedTitle" | "pendingTitle") =>
    t("portalTitle", { title: t(`sent.${key}`) })
  if (!sent) return data({ title: title("missingTitle"), sent: null }, { status: 404 })
  return data({
    title: title(sent.number ? "acceptedTitle" : "pendingTitle"),
    sent: {
      ...{ office: sent.office, number: sent.number, accessCode: sent.accessCode },
      email: sent.contact?.email ?? "",
      dueOn: sent.dueOn && dayOf(sent.dueOn),
      confirmBy: confirmBy(sent.filedAt).toISOString(),
    },
  })
}

export default function SentPage() {
  const { sent } = useLoaderData<typeof loader>()
  if (!sent) return <NothingToShow />
  return sent.number && sent.accessCode ? (
    <Accepted sent={sent} />
  ) : (
    <WaitsForConfirmation sent={sent} />
  )
}

type Sent = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["sent"]>

function WaitsForConfirmation({ sent }: { sent: Sent }) {
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={t("sent.pendingTitle")} office={sent.office}>
      <p>{t("sent.pending", { email: sent.email })}</p>
      <p className="notice">
        {t("sent.until")}
        <br />
        <strong>
          <Instant at={sent.confirmBy} />
        </strong>
      </p>
      <p>{t("sent.noMail", { phone: sent.office.phone })}</p>
    </PetitionPage>
  )
}

function Accepted({ sent }: { sent: Sent }) {
  const { t } = useTranslation(["petition", "deadline"])
  return (
    <PetitionPage title={t("sent.acceptedTitle")} office={sent.office}>
      <p className="notice">{t("sent.keep")}</p>
      <dl>
        <dt>{t("number")}</dt>
        <dd className="code">{sent.number}</dd>
        <dt>{t("accessCode")}</dt>
        <dd className="code">{sent.accessCode}</dd>
        {sent.dueOn && (
          <>
            <dt>{t("deadline:promised")}</dt>
            <dd>
              <Day on={sent.dueOn} />
            </dd>
          </>
        )}
      </dl>
      <p>
        <a href="/petitions/follow">{t("followLink")}</a>
      </p>
    </PetitionPage>
  )
}

function NothingToShow() {
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={t("sent.missingTitle")}>
      <p>{t("sent.missing")}</p>
      <p>
        <a href="/petitions/follow">{t("followLink")}</a>
      </p>
      <p>
        <a href="/petitions/new">{t("newLink")}</a>
      </p>
    </PetitionPage>
  )
}
