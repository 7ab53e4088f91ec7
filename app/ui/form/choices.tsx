/** A question with large tappable rows: radio buttons, or check boxes when several may be chosen. */
import { useTranslation } from "react-i18next"
import { enteredList, type FieldProps, type Option, problemId, useProblemWords } from "./field"

type ChoicesProps = FieldProps & { options: Option[]; value?: string | string[]; several?: boolean }

export function Choices({ options, value, several = false, ...field }: ChoicesProps) {
  const { name, label, hint, refused, topic, required } = field
  const { t } = useTranslation("form")
  const words = useProblemWords(topic)
  const problem = refused?.problems.find((one) => one.field === name)
  const chosen = refused ? enteredList(refused, name) : [value ?? []].flat()
  return (
    <fieldset
      className={problem ? "field bad" : "field"}
      aria-describedby={problem ? problemId(name) : undefined}
    >
      <legend>
        {label} <small>{required ? t("required") : t("optional")}</small>
        {hint ? <small className="hint">{hint}</small> : null}
      </legend>
      {problem ? (
        <span className="problem" id={problemId(name)}>
          {words(problem)}
        </span>
      ) : null}
      {options.map((option, position) => (
        <label className="opt" key={option.value}>
          <input
            type={several ? "checkbox" : "radio"}
            name={name}
            value={option.value}
            id={position === 0 ? name : undefined}
            defaultChecked={chosen.includes(option.value)}
          />
          <span>
            {option.label}
            {option.hint ? <small>{option.hint}</small> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
