/** A whole questionnaire as one form, what is wrong with it above, and what is left to answer below. */
import { Trans, useTranslation } from "react-i18next"
import { KEY_FIELD } from "~/domain/survey/answering"
import { blockId } from "~/domain/survey/branching"
import {
  findItem,
  type Item,
  type Questionnaire,
  upFrontItems,
} from "~/domain/survey/questionnaire"
import { wordsIn } from "~/domain/words"
import { enteredList, useProblemWords } from "~/ui/form/field"
import { FormGuard } from "~/ui/form/summary"
import type { Asking } from "./kinds/kind-view"
import { Question } from "./question"

/** The id of the form, for a button that stands outside it. */
const FORM = "answers"

/** The key stands last, near the page's end: what is before it is kept compressed for everybody. */
export function SurveyForm({
  answerKey,
  isShared,
  ...asking
}: Asking & { answerKey: string; isShared: boolean }) {
  const { t } = useTranslation("survey")
  const { content, refused } = asking
  const required = upFrontItems(content)
  // Where nothing is required, nothing is folded away.
  const first = required.length > 0 ? required : content.items.filter(({ segment }) => !segment)
  const others = content.items.filter((item) => !first.includes(item))
  const numbers = numbersOf([...first, ...others])
  const aboutYou = others.filter(({ segment }) => segment)
  const isOpen = others.some(
    ({ key }) =>
      enteredList(refused, key).some((value) => value !== "") ||
      refused?.problems.some(({ field }) => field === key),
  )
  return (
    <form
      method="post"
      id={FORM}
      className="a"
      noValidate
      // A browser that fetches the page anew after Back would put the old ticks under a new key: a second response.
      autoComplete="off"
      data-shared={isShared || undefined}
    >
      <FormGuard />
      {first.map((item) => (
        <Question key={item.key} item={item} number={numbers.get(item.key)} {...asking} />
      ))}
      {others.length > 0 ? (
        <details className="o" open={isOpen || undefined}>
          <summary>
            {t("more", { count: others.filter(({ followUp }) => !followUp).length })}
          </summary>
          {others
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
        </details>
      ) : null}
      <SendBar content={content} />
      <input type="hidden" name={KEY_FIELD} autoComplete="off" value={answerKey} />
    </form>
  )
}

/** Says which question each problem is about and links to it; takes the focus without script. */
export function SurveyProblems({ content, language, refused }: Asking) {
  const { t } = useTranslation(["form", "survey"])
  const words = useProblemWords("survey")
  if (!refused || refused.problems.length === 0) return null
  if (refused.problems.some(({ code }) => code === "form-used")) return <UsedForm />
  // An outage is ours: there is nothing for the reader to correct.
  const isOurs = refused.problems.every(({ code }) => code === "interrupted")
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- read first, with or without script (GOV.UK pattern)
    <div className="problems" role="alert" tabIndex={-1} autoFocus id="problems">
      <strong>{isOurs ? t("survey:interrupted-title") : t("summary")}</strong>
      <ul>
        {refused.problems.map((problem) => {
          const item = problem.field ? findItem(content, problem.field) : null
          if (!item) return <li key={problem.code}>{words(problem)}</li>
          const question = wordsIn(item.words, language)
          return (
            <li key={item.key}>
              <a href={`#${blockId(item.key)}`}>
                {t("survey:problemOf", { question, problem: words(problem) })}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The form was sent before, with other answers: said before anything is kept a second time. */
function UsedForm() {
  const { t } = useTranslation("survey")
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- as above
    <div className="problems" role="alert" tabIndex={-1} autoFocus id="problems">
      <strong>{t("used.title")}</strong>
      <p>{t("used.text")}</p>
      <button form={FORM}>{t("used.submit")}</button>
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
        <Trans t={t} i18nKey="left" components={{ required: <b /> }} />
      </p>
      <p className="t">{t("total", { required, optional: always.length - required })}</p>
      <button type="submit">{t("submit")}</button>
    </div>
  )
}

/** Follow-ups and 基本資料 carry no number, so that nobody misses one that was not asked. */
function numbersOf(items: Item[]): Map<string, number> {
  const numbered = items.filter(({ followUp, segment }) => !followUp && !segment)
  return new Map(numbered.map(({ key }, index) => [key, index + 1]))
}
