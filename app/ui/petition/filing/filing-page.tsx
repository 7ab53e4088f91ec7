/** The frame of a petition page: the office, where we are, the way back, the problems, the title. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Entered } from "~/domain/petition/filing/draft"
import { type AskingStep, FILING_STEPS, type FilingStep } from "~/domain/petition/filing/filing"
import type { RefusedForm } from "~/domain/outcome"
import { ErrorSummary, FormGuard, HiddenField } from "~/ui/form/summary"
import { CitizenPage } from "~/ui/page/citizen-page"
import { officeNameIn } from "./office-name"
import petitionCss from "../petition.css?inline"

type Office = { name: string; nameEn: string }
type PetitionPageProps = {
  title: string
  office?: Office
  refused?: RefusedForm | null
  children: ReactNode
}

export function PetitionPage({
  title,
  office,
  refused,
  children,
  above,
  keeps,
}: PetitionPageProps & { above?: ReactNode; keeps?: string }) {
  const { i18n } = useTranslation()
  return (
    <CitizenPage office={office && { name: officeNameIn(office, i18n.language) }} keeps={keeps}>
      <style dangerouslySetInnerHTML={{ __html: petitionCss }} />
      {above}
      <ErrorSummary refused={refused} topic="petition" />
      <h1>{title}</h1>
      {children}
    </CitizenPage>
  )
}

/** One page of writing: its number, the way back, its form; every button of the page keeps what was typed. */
export function StepPage({
  step,
  id,
  copy,
  replaced,
  before,
  children,
  ...page
}: PetitionPageProps & StepProps) {
  const { t } = useTranslation(["petition", "form"])
  const above = (
    <>
      <button className="link back" form={FORM} name="go" value="back">
        {t("back")}
      </button>
      <StepNumber step={step} />
    </>
  )
  return (
    <PetitionPage {...page} above={above} keeps={FORM}>
      {before}
      <form method="post" noValidate id={FORM} data-draft={`${id} ${step}`}>
        <FormGuard />
        <HiddenField name="copy" value={copy} />
        {children}
        <p className="notice" role="status" id="offline" hidden>
          {t("offline")}
        </p>
        <button name="go" value="next">
          {t("next")}
        </button>
      </form>
      {replaced ? <Replaced entered={replaced} /> : null}
      <script type="module" src="/petition.js" />
    </PetitionPage>
  )
}

type StepProps = {
  step: AskingStep
  /** The draft, and the copy of the page that this is. */
  id: string
  copy: string
  replaced: Entered | null
  /** What is read before the form. */
  before?: ReactNode
}

const FORM = "step"

export function StepNumber({ step }: { step: FilingStep }) {
  const { t } = useTranslation("petition")
  const position = FILING_STEPS.indexOf(step)
  return <p className="step">{t("progress", { step: position + 1, total: FILING_STEPS.length })}</p>
}

/** What another window had written on this page, to be copied from. */
function Replaced({ entered }: { entered: Entered }) {
  const { t } = useTranslation("petition")
  const texts = Object.values(entered).flat().filter(Boolean)
  return (
    <section className="notice" aria-labelledby="replaced">
      <h2 id="replaced">{t("replaced")}</h2>
      {texts.map((text, position) => (
        <p className="pre" key={position}>
          {text}
        </p>
      ))}
    </section>
  )
}
