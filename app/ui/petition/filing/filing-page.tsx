/** The frame of a petition page: the office, where we are, the way back, the problems, the title. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { FILING_STEPS, type FilingStep } from "~/domain/petition/filing/filing"
import type { RefusedForm } from "~/domain/outcome"
import { ErrorSummary } from "~/ui/form/summary"
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
}: PetitionPageProps & { above?: ReactNode }) {
  const { i18n } = useTranslation()
  return (
    <CitizenPage office={office && { name: officeNameIn(office, i18n.language) }}>
      <style dangerouslySetInnerHTML={{ __html: petitionCss }} />
      {above}
      <ErrorSummary refused={refused} topic="petition" />
      <h1>{title}</h1>
      {children}
    </CitizenPage>
  )
}

/** One step of writing: its number, and the way back to the page before. */
export function StepPage({ step, ...page }: PetitionPageProps & { step: FilingStep }) {
  const { t } = useTranslation("petition")
  const position = FILING_STEPS.indexOf(step)
  const before = FILING_STEPS[position - 1]
  const above = (
    <>
      <a className="back" href={before ? `/petitions/new/${before}` : "/petitions/new"}>
        {t("back")}
      </a>
      <p className="step">{t("progress", { step: position + 1, total: FILING_STEPS.length })}</p>
    </>
  )
  return <PetitionPage {...page} above={above} />
}
