/** What a citizen sees at a short address that leads nowhere (404) or no longer (410). */
import { isRouteErrorResponse, useRouteError } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { Apology, knownStatus } from "~/ui/page/apology"
import { CitizenPage } from "~/ui/page/citizen-page"

export function SurveyApology() {
  const { t } = useTranslation("survey")
  const { t: tPage } = useTranslation("page")
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (status !== 404 && status !== 410) {
    return (
      <>
        <title>{tPage(`apology.${knownStatus(status)}.title`)}</title>
        <Apology status={status} homeLabel={tPage("home")} />
      </>
    )
  }
  const why = status === 410 ? "closed" : "unknown"
  return (
    <CitizenPage>
      <title>{t(`${why}.title`)}</title>
      <h1>{t(`${why}.title`)}</h1>
      <p>{t(`${why}.text`)}</p>
      {why === "closed" ? (
        <p>
          <a href="/petitions/new">{t("thanks.petitionLink")}</a>
        </p>
      ) : null}
      <p>
        <a href="/">{tPage("home")}</a>
      </p>
    </CitizenPage>
  )
}
