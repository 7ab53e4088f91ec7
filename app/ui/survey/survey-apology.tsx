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
        <Apology status={status} />
      </>
    )
  }
  const why = status === 410 ? "closed" : "unknown"
  const texts = isRouteErrorResponse(error) ? textsIn(error.data) : []
  return (
    <CitizenPage>
      <title>{t(`${why}.title`)}</title>
      <h1>{t(`${why}.title`)}</h1>
      <p>{t(`${why}.text`)}</p>
      {texts.length > 0 ? (
        <section className="notice">
          <h2>{t("closed.yours")}</h2>
          <p>{t("closed.yoursHint")}</p>
          <dl>
            {texts.map(({ question, text }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
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

type Written = { question: string; text: string }

/** What the person had written when the survey closed; the error carries it, and an error can carry anything. */
function textsIn(carried: unknown): Written[] {
  if (typeof carried !== "object" || carried === null || !("texts" in carried)) return []
  return Array.isArray(carried.texts) ? carried.texts.filter(isWritten) : []
}

const isWritten = (one: unknown): one is Written =>
  typeof one === "object" &&
  one !== null &&
  "question" in one &&
  "text" in one &&
  typeof one.question === "string" &&
  typeof one.text === "string"
