/** One item of a questionnaire: large rows to tap, or a box to write in. */
import { useTranslation } from "react-i18next"
import type { Problem } from "~/domain/outcome"
import { blockId } from "~/domain/survey/branching"
import type { Item } from "~/domain/survey/questionnaire"
import { wordsIn } from "~/domain/words"
import { problemId, useProblemWords } from "~/ui/form/field"
import type { Asking } from "./kinds/kind-view"
import { Ask, frameOf, toldOf } from "./kinds/views"

type QuestionProps = Asking & { item: Item; number?: number | undefined }

/** The style sheet counts what is left by these classes: q a question, m one that must be answered, f a follow-up. */
export function Question({ item, ...asking }: QuestionProps) {
  const problem = asking.refused?.problems.find(({ field }) => field === item.key)
  const block = {
    id: blockId(item.key),
    className: ["q", item.required && "m", item.followUp && "f", problem && "bad"]
      .filter(Boolean)
      .join(" "),
    tabIndex: problem ? -1 : undefined, // a link of the summary brings the whole question into view
  }
  if (frameOf(item) === "field") {
    return (
      <div {...block}>
        <label className="label" htmlFor={item.key}>
          <Heading item={item} {...asking} />
        </label>
        <Trouble item={item} problem={problem} />
        <Ask item={item} problem={problem} {...asking} />
      </div>
    )
  }
  return (
    <fieldset {...block} aria-describedby={problem ? problemId(item.key) : undefined}>
      <legend>
        <Heading item={item} {...asking} />
      </legend>
      <Trouble item={item} problem={problem} />
      <Ask item={item} problem={problem} {...asking} />
    </fieldset>
  )
}

function Heading({ item, number, language }: QuestionProps) {
  const { t } = useTranslation("survey")
  const words = wordsIn(item.words, language)
  const told = [
    item.segment ? "" : t(item.required ? "required" : "optional"),
    item.hint && wordsIn(item.hint, language),
    toldOf(item, t),
  ].filter(Boolean)
  return (
    <>
      {number ? `${number}. ${words}` : words}
      {told.length > 0 ? <small>{told.join("・")}</small> : null}
    </>
  )
}

function Trouble({ item, problem }: { item: Item; problem?: Problem | undefined }) {
  const words = useProblemWords("survey")
  if (!problem) return null
  return (
    <span className="problem" id={problemId(item.key)}>
      {words(problem)}
    </span>
  )
}
