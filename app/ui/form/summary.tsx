/** What stands around the fields: the summary of problems, the trap for robots, the button. */
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { TRAP_FIELD } from "~/domain/form"
import type { RefusedForm } from "~/domain/outcome"
import type { Topic } from "~/locales/i18n"
import { useProblemWords } from "./field"

type SummaryProps = { refused?: RefusedForm | null; topic?: Topic }

/** Links to each field, above the page's heading or below it (so it has none of its own); takes the focus without script because it is the page's only autofocus. */
export function ErrorSummary({ refused, topic }: SummaryProps) {
  const { t } = useTranslation("form")
  const words = useProblemWords(topic)
  const box = useRef<HTMLDivElement>(null)
  // With script the page stays where the button was: the browser minds autofocus only when a page is loaded.
  useEffect(() => box.current?.focus(), [refused])
  if (!refused || refused.problems.length === 0) return null
  const isReopened = refused.problems[0]?.code === "reopened" // nothing is wrong, it only was not sent
  return (
    // eslint-disable-next-line jsx-a11y/no-autofocus -- the summary takes focus so that it is read first (GOV.UK pattern)
    <div className="problems" role="alert" tabIndex={-1} autoFocus id="problems" ref={box}>
      <strong>{t(isReopened ? "summary-reopened" : "summary")}</strong>
      <ul>
        {refused.problems.map((problem) => (
          <li key={`${problem.field ?? ""} ${problem.code}`}>
            {problem.field ? <a href={`#${problem.field}`}>{words(problem)}</a> : words(problem)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A field that people neither see nor reach by keyboard; what fills it in is a robot. */
export function FormGuard() {
  const { t } = useTranslation("form")
  return (
    <div className="trap" aria-hidden="true">
      <label>
        {t("trap")}
        <input name={TRAP_FIELD} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}
