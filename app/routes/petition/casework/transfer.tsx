/** 移轉: to the agency that is competent, with a notice to the petitioner. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { TransferForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { transferPetition } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { TextArea, TextField } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "transfer")
  return { head: await readActionHead(desk, "transfer") }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "transfer")
  const form = await readForm(request, TransferForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await transferPetition({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Transfer() {
  const { head } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  return (
    <ActionPage action="transfer" head={head} refused={refused}>
      <TextField name="agency" label={t("fields.agency")} {...field} />
      <TextArea
        name="reason"
        label={t("fields.transfer-reason")}
        hint={t("fields.told-hint")}
        {...field}
      />
    </ActionPage>
  )
}
