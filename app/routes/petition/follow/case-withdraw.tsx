import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { WithdrawalForm } from "~/domain/petition/filing/filing.schema"
import { requireFollowedCase } from "~/server/petition/filing/follow.server"
import { PRIVATE_PAGE } from "~/server/petition/filing/pages.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { withdrawPetition } from "~/server/petition/casework/actions.server"
import { TextField } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import { PetitionPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { petition, office } = await requireFollowedCase(request)
  if (!petition.mayWithdraw) throw redirect("/petitions/case")
  const t = wordsFor(localeOf(request), "petition")
  const { number, subject } = petition
  return { title: t("portalTitle", { title: t("withdraw.title") }), office, number, subject }
}

export async function action({ request }: ActionFunctionArgs) {
  const { id } = await requireFollowedCase(request)
  const form = await readForm(request, WithdrawalForm)
  if (!form.ok) return showProblems(form)
  const withdrawn = await withdrawPetition(id, form.value.reason ?? "")
  if (!withdrawn.ok) return showProblems(withdrawn, form.entered)
  return redirect("/petitions/case", 303)
}

export default function WithdrawPage() {
  const { office, number, subject } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("petition")
  return (
    <PetitionPage title={t("withdraw.title")} office={office} refused={refused}>
      <p className="notice">
        {number}
        <br />
        <strong>{subject}</strong>
      </p>
      <p>{t("withdraw.lead")}</p>
      <form method="post" noValidate>
        <FormGuard />
        <TextField
          {...{ name: "reason", refused, topic: "petition" }}
          label={t("withdraw.reason")}
        />
        <div className="row">
          <button className="danger">{t("withdraw.submit")}</button>
          <a href="/petitions/case">{t("withdraw.keep")}</a>
        </div>
      </form>
    </PetitionPage>
  )
}
