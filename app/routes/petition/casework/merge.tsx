/** 併案: into an earlier open case on the same facts. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { MergeForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { mergePetition } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { listMergeCandidates } from "~/server/petition/casework/office-lists.server"
import { Select, TextField } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "merge")
  const head = await readActionHead(desk, "merge")
  return { head, candidates: await listMergeCandidates(desk) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "merge")
  const form = await readForm(request, MergeForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await mergePetition({ id: desk.petition.id, seen }, asked.mainNumber, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Merge() {
  const { head, candidates } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  const options = candidates.flatMap(({ number, subject }) =>
    number ? [{ value: number, label: `${number} ${subject}` }] : [],
  )
  return (
    <ActionPage action="merge" head={head} refused={refused}>
      {options.length === 0 ? (
        <TextField
          name="mainNumber"
          label={t("fields.main")}
          hint={t("fields.main-hint")}
          {...field}
        />
      ) : (
        <Select
          name="mainNumber"
          label={t("fields.main")}
          hint={t("fields.main-hint")}
          options={options}
          emptyLabel={t("fields.choose")}
          {...field}
        />
      )}
    </ActionPage>
  )
}
