import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { confirmPetition, findToConfirm } from "~/server/petition/filing/file.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { FormGuard } from "~/ui/form/summary"
import { PetitionPage } from "~/ui/petition/filing/filing-page"
import { officeNameIn } from "~/ui/petition/filing/office-name"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Mail scanners follow links: looking changes nothing, only the button confirms. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "petition")
  const title = t("portalTitle", { title: t("confirm.title") })
  const found = await findToConfirm(params.token ?? "")
  if (!found) return data({ title, found: null }, { status: 404 })
  const { name, nameEn, phone } = found.office
  const shown = { title, found: { ...found, office: { name, nameEn, phone } } }
  return data(shown, { status: found.isExpired ? 410 : 200 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request, z.strictObject({}))
  if (!form.ok) return showProblems(form)
  const confirmed = await confirmPetition(params.token ?? "")
  if (!confirmed.ok) return showProblems(confirmed)
  return redirect(new URL(request.url).pathname, 303)
}

export default function ConfirmPage() {
  const { found } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t, i18n } = useTranslation("petition")
  if (!found) return <NoLink title={t("confirm.expiredTitle")} body={t("confirm.unknown")} />
  if (found.isExpired)
    return <NoLink title={t("confirm.expiredTitle")} body={t("confirm.expired")} />
  if (found.isDone) return <Confirmed office={found.office} number={found.number ?? ""} />
  return (
    <PetitionPage title={t("confirm.title")} office={found.office} refused={refused}>
      <p>{t("confirm.body", { office: officeNameIn(found.office, i18n.language) })}</p>
      <p className="notice">
        <strong>{found.subject}</strong>
      </p>
      <form method="post">
        <FormGuard />
        <button>{t("confirm.button")}</button>
      </form>
    </PetitionPage>
  )
}

function Confirmed({
  office,
  number,
}: {
  office: { name: string; nameEn: string }
  number: string
}) {
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={t("confirm.doneTitle")} office={office}>
      <dl>
        <dt>{t("number")}</dt>
        <dd className="code">{number}</dd>
      </dl>
      <p>{t("confirm.done")}</p>
      <p>
        <a href="/petitions/follow">{t("followLink")}</a>
      </p>
    </PetitionPage>
  )
}

function NoLink({ title, body }: { title: string; body: string }) {
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={title}>
      <p>{body}</p>
      <p>
        <a href="/petitions/new">{t("newLink")}</a>
      </p>
    </PetitionPage>
  )
}
