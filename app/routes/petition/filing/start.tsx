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
import { SIX_WORKING_DAYS } from "~/domain/deadline/rule"
import { firstOpenStep } from "~/domain/petition/filing/filing"
import { findDraft, startDraft } from "~/server/petition/filing/drafts.server"
import { listFilingOffices, PRIVATE_PAGE, stepPath } from "~/server/petition/filing/pages.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { writesByEmail } from "~/server/tools/mailer.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { clientAddress, mayTry } from "~/server/tools/throttle.server"
import { Choices } from "~/ui/form/choices"
import { FormGuard } from "~/ui/form/summary"
import { PetitionPage } from "~/ui/petition/filing/filing-page"
import { officeNameIn } from "~/ui/petition/filing/office-name"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = wordsFor(localeOf(request), "petition")
  const [offices, kept] = await Promise.all([listFilingOffices(), findDraft(request)])
  const { searchParams } = new URL(request.url)
  const isLost = searchParams.has("lost")
  return data(
    {
      title: t("portalTitle", { title: t("start.title") }),
      offices,
      chosen: searchParams.get("office") ?? (offices.length === 1 ? offices[0]?.id : undefined),
      resumeAt: kept && stepPath(firstOpenStep(kept.draft)),
      isLost,
      writesByEmail: writesByEmail(),
    },
    { status: isLost ? 410 : 200 },
  )
}

const Start = z.strictObject({ officeId: z.string({ error: "office-required" }) })

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, Start)
  if (!form.ok) return showProblems(form)
  const offices = await listFilingOffices()
  if (!offices.some(({ id }) => id === form.value.officeId)) {
    return showProblems(
      { ok: false, problems: [{ code: "office-required", field: "officeId" }] },
      form.entered,
    )
  }
  if (!(await mayTry("file", `draft ${clientAddress(request)}`))) {
    return showProblems(
      { ok: false, problems: [{ code: "too-many-tries" }], status: 429 },
      form.entered,
    )
  }
  return redirect(stepPath("what"), {
    status: 303,
    headers: { "Set-Cookie": await startDraft(form.value.officeId) },
  })
}

export default function StartPage() {
  const { offices, chosen, resumeAt, isLost, writesByEmail } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? (isLost ? LOST : null)
  const { t, i18n } = useTranslation("petition")
  const options = offices.map((office) => ({
    value: office.id,
    label: officeNameIn(office, i18n.language),
  }))
  return (
    <PetitionPage title={t("start.title")} refused={refused}>
      <p>{t("start.lead")}</p>
      {resumeAt && (
        <p className="notice">
          {t("start.resume")} <a href={resumeAt}>{t("start.continue")}</a>
        </p>
      )}
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
            {...{
              name: "officeId",
              label: t("start.office"),
              refused,
              topic: "petition",
              required: true,
            }}
            options={options}
            value={chosen}
          />
          <button>{t("start.begin")}</button>
        </form>
      )}
    </PetitionPage>
  )
}

const LOST = { problems: [{ code: "draft-missing" }], entered: {} }
