import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { firstOpenStep } from "~/domain/petition/filing/draft"
import { findDraft } from "~/server/petition/filing/drafts.server"
import { PRIVATE_PAGE, stepPath } from "~/server/petition/filing/pages.server"
import { findSent } from "~/server/petition/filing/sent.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { PetitionPage } from "~/ui/petition/filing/filing-page"
import { Accepted, Lapsed, Waiting } from "~/ui/petition/filing/sent-views"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "petition")
  const kept = await findDraft(request)
  if (kept && !kept.petitionId) throw redirect(stepPath(firstOpenStep(kept.draft), kept.id))
  const sent = kept?.petitionId ? await findSent(kept.petitionId) : null
  const isAgain = new URL(request.url).searchParams.has("again")
  if (!kept || !sent) {
    const title = t("sent.missing-title")
    return data({ title: t("portalTitle", { title }), heading: title, sent: null }, { status: 404 })
  }
  const heading = t(`sent.${isAgain ? "again" : "title"}.${sent.state}`, {
    number: sent.number ?? "",
  })
  return data({
    ...{ title: t("portalTitle", { title: heading }), heading },
    sent: { ...sent, draftId: kept.id },
  })
}

export default function SentPage() {
  const { sent, heading } = useLoaderData<typeof loader>()
  if (!sent) return <NothingToShow title={heading} />
  return (
    <PetitionPage title={heading} office={sent.office}>
      {sent.state === "accepted" ? <Accepted sent={sent} /> : null}
      {sent.state === "waiting" ? <Waiting sent={sent} /> : null}
      {sent.state === "lapsed" ? <Lapsed /> : null}
      <script type="module" src="/petition.js" data-sent={sent.draftId} />
    </PetitionPage>
  )
}

function NothingToShow({ title }: { title: string }) {
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={title}>
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
