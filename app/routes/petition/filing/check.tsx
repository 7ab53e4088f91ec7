import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { wordsIn } from "~/domain/words"
import { findDraft } from "~/server/petition/filing/drafts.server"
import { openPass } from "~/server/petition/filing/follow.server"
import {
  listCategories,
  PRIVATE_PAGE,
  requireDraft,
  stepPath,
} from "~/server/petition/filing/pages.server"
import { filePetition } from "~/server/petition/filing/file.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { writesByEmail } from "~/server/tools/mailer.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { clientAddress, mayTry } from "~/server/tools/throttle.server"
import { FormGuard, HiddenField } from "~/ui/form/summary"
import { FilingSummary } from "~/ui/petition/filing/filing-summary"
import { StepPage } from "~/ui/petition/filing/filing-page"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { draft, office } = await requireDraft(request, "check")
  const language = localeOf(request)
  const t = wordsFor(language, "petition")
  const categories = await listCategories(office.id)
  const chosen = categories.find(({ id }) => id === draft.what?.categoryId)
  const category = chosen ? wordsIn(chosen.label, language) : ""
  const { what, content, contact, submissionKey } = draft
  return {
    title: t("portalTitle", { title: t("check.title") }),
    ...{ office, category, what, content, contact, submissionKey },
    writesByEmail: writesByEmail(),
  }
}

const Send = z.strictObject({ submissionKey: z.string() })

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, Send)
  if (!form.ok) return showProblems(form)
  if (!(await mayTry("file", clientAddress(request)))) {
    return showProblems({ ok: false, problems: [{ code: "too-many-tries" }], status: 429 })
  }
  const kept = await findDraft(request)
  const { submissionKey } = form.value
  const sending = { submissionKey, locale: localeOf(request), origin: new URL(request.url).origin }
  const sent = await filePetition(kept?.id ?? null, sending)
  if (sent.ok) {
    return redirect("/petitions/sent", {
      status: 303,
      headers: { "Set-Cookie": await openPass("sent", sent.value.id) },
    })
  }
  if (sent.step) return redirect(stepPath(sent.step), 303)
  const code = sent.problems[0]?.code
  if (code === "draft-missing") return redirect("/petitions/new?lost=yes", 303)
  if (code === "too-many-unconfirmed") return showProblems({ ...sent, status: 429 })
  return showProblems(sent)
}

/** What happens when it is sent. */
function nextStep(hasEmail: boolean, writesByEmail: boolean) {
  if (!hasEmail) return "check.withoutEmail"
  return writesByEmail ? "check.withEmail" : "check.no-mail"
}

export default function CheckPage() {
  const { office, submissionKey, writesByEmail, ...filing } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("petition")
  return (
    <StepPage step="check" title={t("check.title")} office={office} refused={refused}>
      <FilingSummary {...filing} />
      <p className="notice">{t(nextStep(Boolean(filing.contact?.email), writesByEmail))}</p>
      <form method="post">
        <FormGuard />
        <HiddenField name="submissionKey" value={submissionKey} />
        <button>{t("check.submit")}</button>
      </form>
    </StepPage>
  )
}
