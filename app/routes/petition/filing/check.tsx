import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { wordsIn } from "~/domain/words"
import { answersOf } from "~/domain/petition/filing/draft"
import { isAlwaysConfidential } from "~/domain/petition/filing/filing"
import { findDraft } from "~/server/petition/filing/drafts.server"
import {
  listCategories,
  PRIVATE_PAGE,
  requireDraft,
  sentPath,
  stepPath,
} from "~/server/petition/filing/pages.server"
import { filePetition, stateOf } from "~/server/petition/filing/file.server"
import { refuseSending } from "~/server/petition/filing/steps.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { writesByEmail } from "~/server/tools/mailer.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { clientAddress, mayTry } from "~/server/tools/throttle.server"
import { FormGuard, HiddenField } from "~/ui/form/summary"
import { FilingSummary } from "~/ui/petition/filing/filing-summary"
import { PetitionPage, StepNumber } from "~/ui/petition/filing/filing-page"
import { officeNameIn } from "~/ui/petition/filing/office-name"

export const handle = { hydrate: false }
export const headers = () => PRIVATE_PAGE
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { id, draft, office } = await requireDraft(request, "check")
  const language = localeOf(request)
  const t = wordsFor(language, "petition")
  const answers = answersOf(draft)
  const categories = await listCategories(office.id)
  const category = categories.find((one) => one.id === answers.what?.categoryId)
  return {
    title: t("portalTitle", { title: t("check.title") }),
    ...{ id, office, answers, seen: stateOf(draft) },
    category: category ? wordsIn(category.label, language) : "",
    isAlwaysConfidential: isAlwaysConfidential(answers.what?.nature, category),
    refused: { problems: draft.pages.check?.problems ?? [], entered: {} },
    writesByEmail: writesByEmail(),
  }
}

const Send = z.strictObject({ seen: z.string() })

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, Send)
  if (!form.ok) return showProblems(form)
  const kept = await findDraft(request)
  if (!kept) return redirect("/petitions/new?lost=yes", 303)
  if (!(await mayTry("file", clientAddress(request)))) {
    return refuseSending(kept.id, [{ code: "filed-too-often" }])
  }
  const origin = new URL(request.url).origin
  const sending = { seen: form.value.seen, locale: localeOf(request), origin }
  const sent = await filePetition(kept.id, sending)
  if (sent.ok) return redirect(sentPath(kept.id), 303)
  if (sent.step) return redirect(stepPath(sent.step, kept.id), 303)
  if (sent.problems[0]?.code === "draft-missing") return redirect("/petitions/new?lost=yes", 303)
  return refuseSending(kept.id, sent.problems)
}

/** What happens when it is sent. */
function nextStep(hasEmail: boolean, writesByEmail: boolean) {
  if (!hasEmail) return "check.withoutEmail"
  return writesByEmail ? "check.withEmail" : "check.no-mail"
}

export default function CheckPage() {
  const { id, office, answers, seen, refused, writesByEmail, ...shown } =
    useLoaderData<typeof loader>()
  const { t, i18n } = useTranslation("petition")
  const above = (
    <>
      <a className="back" href={`/petitions/new/contact?draft=${id}`}>
        {t("back")}
      </a>
      <StepNumber step="check" />
    </>
  )
  return (
    <PetitionPage title={t("check.title")} {...{ office, refused, above }}>
      <FilingSummary
        {...{ ...answers, ...shown, draftId: id }}
        office={officeNameIn(office, i18n.language)}
      />
      <p className="notice">{t(nextStep(Boolean(answers.contact?.email), writesByEmail))}</p>
      <form method="post">
        <FormGuard />
        <HiddenField name="seen" value={seen} />
        <button>{t("check.submit")}</button>
      </form>
    </PetitionPage>
  )
}
