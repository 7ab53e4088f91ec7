/** A whole questionnaire as one form, what is wrong with it above, and what is left to answer below. */
import { Trans, useTranslation } from "react-i18next"
import { findItem, type Questionnaire, wordsIn } from "~/domain/survey/questionnaire"
import { useProblemWords } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import { type Asking, Question } from "./question"

export function SurveyForm(asking: Asking) {
  const { t } = useTranslation("survey")
  const { content } = asking
  const numbers = numbersOf(content)
  const aboutYou = content.items.filter(({ segment }) => segment)
  return (
    <form method="post" className="a" noValidate>
      <FormGuard />
      {content.items
        .filter(({ segment }) => !segment)
        .map((item) => (
          <Question key={item.key} item={item} number={numbers.get(item.key)} {...asking} />
        ))}
      {aboutYou.length > 0 ? (
        <section className="s" aria-labelledby="about-you">
          <h2 id="about-you">{t("aboutYou")}</h2>
          <p className="soft">{t("aboutYouHint")}</p>
          {aboutYou.map((item) => (
            <Question key={item.key} item={item} {...asking} />
          ))}
        </section>
      ) : null}
      <SendBar content={content} />
    </form>
  )
}

/** Says which question each problem is about and links to it; takes the focus without script. */
export function SurveyProblems({ content, language, refused }: Asking) {
  const { t } = useTranslation(["form", "survey"])
  const words = useProblemWords("survey")
  if (!refused || refused.problems.length === 0) return null
  // An outage is ours: there is nothing for the reader to correct.
  const isOurs = refused.problems.every(({ code }) => code === "interrupted")
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- read first, with or without script (GOV.UK pattern)
    <div className="problems" role="alert" tabIndex={-1} autoFocus id="problems">
      <h2>{isOurs ? t("survey:interrupted-title") : t("summary")}</h2>
      <ul>
        {refused.problems.map((problem) => {
          const item = problem.field ? findItem(content, problem.field) : null
          if (!item) return <li key={problem.code}>{words(problem)}</li>
          const question = wordsIn(item.words, language)
          return (
            <li key={item.key}>
              <a href={`#${item.key}`}>
                {t("survey:problemOf", { question, problem: words(problem) })}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** 送出, and beside it what is left: counted by the style sheet, so that it needs no script. */
function SendBar({ content }: { content: Questionnaire }) {
  const { t } = useTranslation("survey")
  const always = content.items.filter(({ followUp }) => !followUp)
  const required = always.filter((item) => item.required).length
  return (
    <div className="b">
      <p className="l">
        <Trans t={t} i18nKey="left" components={{ left: <b />, required: <i /> }} />
      </p>
      <p className="t">{t("total", { count: always.length, required })}</p>
      <button type="submit">{t("submit")}</button>
    </div>
  )
}

/** Follow-ups and 基本資料 carry no number, so that nobody misses one that was not asked. */
function numbersOf(content: Questionnaire): Map<string, number> {
  const numbered = content.items.filter(({ followUp, segment }) => !followUp && !segment)
  return new Map(numbered.map(({ key }, index) => [key, index + 1]))
}
