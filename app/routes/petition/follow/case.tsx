import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { requireFollowedCase } from "~/server/petition/filing/follow.server"
import { PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { CaseView } from "~/ui/petition/follow/case"
import { PetitionPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { petition, office } = await requireFollowedCase(request)
  const t = wordsFor(localeOf(request), "petition")
  const title = t("portalTitle", { title: t("case.title", { number: petition.number }) })
  return { title, petition, office }
}

export default function CasePage() {
  const { petition, office } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={t("case.title", { number: petition.number })} office={office}>
      <CaseView petition={petition} />
      <p className="soft">{t("case.call", { phone: office.phone })}</p>
      <form method="post" action="/petitions/leave">
        <p className="soft">{t("case.leaveHint")}</p>
        <button className="quiet">{t("case.leave")}</button>
      </form>
    </PetitionPage>
  )
}
