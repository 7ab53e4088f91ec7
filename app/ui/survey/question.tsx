/** One item of a questionnaire: large rows to tap, or a box to write in. */
import { useTranslation } from "react-i18next"
import { type Problem, type RefusedForm } from "~/domain/outcome"
import { blockId } from "~/domain/survey/branching"
import {
  type Item,
  type Language,
  NOT_APPLICABLE,
  optionKeys,
  optionWords,
  type Questionnaire,
  wordsIn,
} from "~/domain/survey/questionnaire"
import { enteredList, problemId, useProblemWords } from "~/ui/form/field"

export type Asking = { content: Questionnaire; language: Language; refused: RefusedForm | null }
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
  if (item.kind === "text") {
    return (
      <div {...block}>
        <label className="label" htmlFor={item.key}>
          <Heading item={item} {...asking} />
        </label>
        <Trouble item={item} problem={problem} />
        <textarea
          id={item.key}
          name={item.key}
          className="text"
          placeholder=" "
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? problemId(item.key) : undefined}
          defaultValue={enteredList(asking.refused, item.key).join("\n") || undefined}
        />
      </div>
    )
  }
  return (
    <fieldset {...block} aria-describedby={problem ? problemId(item.key) : undefined}>
      <legend>
        <Heading item={item} {...asking} />
      </legend>
      <Trouble item={item} problem={problem} />
      <Options item={item} {...asking} />
    </fieldset>
  )
}

function Heading({ item, number, language }: QuestionProps) {
  const { t } = useTranslation("survey")
  const words = wordsIn(item.words, language)
  const told = [
    item.segment ? "" : t(item.required ? "required" : "optional"),
    item.hint && wordsIn(item.hint, language),
    item.kind === "text" && t("atMost", { limit: item.limit }),
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

function Options({ item, content, language, refused }: QuestionProps) {
  const entered = enteredList(refused, item.key)
  return (
    <div className={item.kind === "scale" ? "c" : undefined}>
      {optionKeys(item).map((option, index) => (
        <label key={option} className={option === NOT_APPLICABLE ? "opt na" : "opt"}>
          <input
            id={index === 0 ? item.key : undefined}
            type={item.kind === "multiple" ? "checkbox" : "radio"}
            name={item.key}
            value={option}
            defaultChecked={entered.includes(option)}
          />
          {wordsIn(optionWords(content, item, option), language)}
        </label>
      ))}
    </div>
  )
}
