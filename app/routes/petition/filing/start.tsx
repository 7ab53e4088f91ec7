import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { SIX_WORKING_DAYS } from "~/domain/deadline/rule"
import { firstOpenStep } from "~/domain/petition/filing/draft"
import { discardDraft, listDrafts, startDraft } from "~/server/petition/filing/drafts.server"
import { listFilingOffices, PRIVATE_PAGE, stepPath } from "~/server/petition/filing/pages.server"
import { readForm } from "~/server/tools/form.server"
import { writesByEmail } from "~/server/tools/mailer.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { clientAddress, mayTry } from "~/server/tools/throttle.server"
import { Choices } from "~/ui/form/choices"
import { FormGuard } from "~/ui/form/summary"
import { PetitionPage } from "~/ui/petition/filing/filing-page"
import { officeNameIn } from "~/ui/petition/filing/office-name"
import { UnsentDrafts } from "~/ui/petition/filing/unsent-drafts"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Why the beginning is shown again. It stands in the address, so that going back later finds a page. */
const REFUSALS = {
  office: { code: "office-required", field: "officeId", status: 422 },
  often: { code: "filed-too-often", field: undefined, status: 429 },
  form: { code: "forged-form", field: undefined, status: 403 },
  lost: { code: "draft-missing", field: undefined, status: 410 },
} as const
type Refusal = keyof typeof REFUSALS
const REFUSAL_NAMES: Refusal[] = ["office", "often", "form", "lost"]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "petition")
  const [offices, drafts] = await Promise.all([listFilingOffices(), listDrafts(request)])
  const { searchParams } = new URL(request.url)
  const asked = searchParams.has("lost") ? "lost" : searchParams.get("refused")
  const refusal = REFUSAL_NAMES.find((name) => name === asked)
  const { status = 200, code = "", field } = refusal ? REFUSALS[refusal] : {}
  return data(
    {
      title: t("portalTitle", { title: t("start.title") }),
      offices,
      chosen: searchParams.get("office") ?? (offices.length === 1 ? offices[0]?.id : undefined),
      drafts: drafts.map(({ id, draft, updatedAt }) => ({
        id,
        office: offices.find((office) => office.id === draft.officeId) ?? null,
        subject: [draft.pages.content?.entered["subject"] ?? []].flat().join(" "),
        writtenAt: updatedAt.toISOString(),
        path: stepPath(firstOpenStep(draft), id),
        isLeaving: id === searchParams.get("discard"),
      })),
      problems: refusal ? [{ code, field }] : [],
      writesByEmail: writesByEmail(),
    },
    { status },
  )
}

const Start = z.strictObject({ officeId: z.string().optional(), discard: z.string().optional() })

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, Start)
  if (!form.ok) return again(form.status === 403 ? "form" : "office")
  const { officeId = "", discard } = form.value
  if (discard !== undefined) {
    await discardDraft(request, discard)
    return redirect("/petitions/new", 303)
  }
  const offices = await listFilingOffices()
  if (!offices.some(({ id }) => id === officeId)) return again("office")
  if (!(await mayTry("file", `draft ${clientAddress(request)}`))) return again("often", officeId)
  const { id, cookie } = await startDraft(request, officeId)
  return redirect(stepPath("what", id), { status: 303, headers: { "Set-Cookie": cookie } })
}

const again = (refusal: Refusal, office = "") =>
  redirect(`/petitions/new?${new URLSearchParams({ refused: refusal, office }).toString()}`, 303)

export default function StartPage() {
  const { offices, chosen, drafts, problems, writesByEmail } = useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation("petition")
  const refused = { problems, entered: {} }
  const options = offices.map((office) => ({
    value: office.id,
    label: officeNameIn(office, i18n.language),
  }))
  return (
    <PetitionPage title={t("start.title")} refused={refused}>
      <p>{t("start.lead")}</p>
      <UnsentDrafts drafts={drafts} />
      <h2>{t("start.next")}</h2>
      <ol className="plain">
        <li>{t("start.steps.write")}</li>
        {writesByEmail ? <li>{t("start.steps.confirm")}</li> : null}
        <li>{t("start.steps.number")}</li>
        <li>{t("start.steps.reply", { count: SIX_WORKING_DAYS.count })}</li>
      </ol>
      <p className="soft">{t("start.notPetition")}</p>
      {options.length === 0 ? (
        <p className="notice">{t("start.noOffice")}</p>
      ) : (
        <form method="post" noValidate>
          <FormGuard />
          <Choices
            {...{ name: "officeId", label: t("start.office"), topic: "petition", required: true }}
            {...{ options, refused: { problems, entered: chosen ? { officeId: chosen } : {} } }}
          />
          <button>{t("start.begin")}</button>
        </form>
      )}
    </PetitionPage>
  )
}
