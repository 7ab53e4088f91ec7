import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { firstOpenStep } from "~/domain/petition/filing/draft"
import { AnotherLetterForm } from "~/domain/petition/filing/filing.schema"
import { sendAnotherLetter } from "~/server/petition/filing/another-letter.server"
import { findDraft } from "~/server/petition/filing/drafts.server"
import { PRIVATE_PAGE, sentPath, stepPath } from "~/server/petition/filing/pages.server"
import { forgetRefused, refusedOn, showAgain } from "~/server/petition/filing/refused-form.server"
import { findSent } from "~/server/petition/filing/sent.server"
import { readForm } from "~/server/tools/form.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { AnotherLetter } from "~/ui/petition/filing/another-letter"
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
  const { searchParams } = new URL(request.url)
  const isAgain = searchParams.has("again")
  if (!kept || !sent) {
    const title = t("sent.missing-title")
    return data({ title: t("portalTitle", { title }), heading: title, sent: null }, { status: 404 })
  }
  const heading = t(`sent.${isAgain ? "again" : "title"}.${sent.state}`, {
    number: sent.number ?? "",
  })
  return data({
    ...{ title: t("portalTitle", { title: heading }), heading },
    sent: {
      ...{ ...sent, draftId: kept.id },
      isResent: searchParams.has("resent"),
      refused: await refusedOn(request, sentPath(kept.id)),
    },
  })
}

/** Another letter to confirm by, to the same address or to a better one. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, AnotherLetterForm)
  const kept = await findDraft(request)
  if (!kept?.petitionId) return redirect("/petitions/sent", 303)
  const here = sentPath(kept.id)
  if (!form.ok) return showAgain(here, form.problems, form.entered)
  const letter = { email: form.value.email ?? "", origin: new URL(request.url).origin }
  const sent = await sendAnotherLetter(kept.petitionId, letter)
  if (!sent.ok) return showAgain(here, sent.problems, form.entered)
  const headers = { "Set-Cookie": await forgetRefused() }
  return redirect(`${here}&resent=yes`, { status: 303, headers })
}

export default function SentPage() {
  const { sent, heading } = useLoaderData<typeof loader>()
  if (!sent) return <NothingToShow title={heading} />
  return (
    <PetitionPage title={heading} office={sent.office} refused={sent.refused}>
      {sent.state === "accepted" ? <Accepted sent={sent} /> : null}
      {sent.state === "waiting" ? (
        <Waiting sent={sent}>
          <AnotherLetter sent={sent} />
        </Waiting>
      ) : null}
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
