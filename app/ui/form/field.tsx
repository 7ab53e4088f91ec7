/** The parts of a form: label, hint, message and entered value tied together, with or without script. */
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Problem, RefusedForm } from "~/domain/outcome"
import type { Topic } from "~/locales/i18n"

/** What every field is told. `topic` is where the words of its problems are; generic ones are in "form". */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  refused?: RefusedForm | null
  topic?: Topic
  required?: boolean
}

/** The value typed before the refusal, else the given one. */
export function enteredText(
  refused: RefusedForm | null | undefined,
  name: string,
  given = "",
): string {
  const value = refused?.entered[name]
  return typeof value === "string" ? value : (value?.[0] ?? given)
}

export const enteredList = (refused: RefusedForm | null | undefined, name: string): string[] =>
  [refused?.entered[name] ?? []].flat()

/** The words of a problem: the topic's own, else the generic ones. */
export function useProblemWords(topic: Topic = "form"): (problem: Problem) => string {
  const { t } = useTranslation()
  return (problem) => {
    const keys = [
      `${topic}:problems.${problem.code}`,
      `form:problems.${problem.code}`,
      "form:problems.not-usable",
    ]
    // the code comes from a decision and the topic from the page: i18next's key types cannot follow both
    return String(t(keys as never, (problem.params ?? {}) as never))
  }
}

export const problemId = (name: string): string => `${name}-problem`

/** One field: label above, hint, message, and the control given the ids that tie them. */
export function Field({
  name,
  label,
  hint,
  refused,
  topic,
  required,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { t } = useTranslation("form")
  const words = useProblemWords(topic)
  const problem = refused?.problems.find(({ field }) => field === name)
  const describedBy = [hint ? `${name}-hint` : "", problem ? problemId(name) : ""]
    .filter(Boolean)
    .join(" ")
  return (
    <div className={problem ? "field bad" : "field"}>
      <label className="label" htmlFor={name}>
        {label} <small>{required ? t("required") : t("optional")}</small>
      </label>
      {hint ? (
        <small id={`${name}-hint`} className="hint">
          {hint}
        </small>
      ) : null}
      {problem ? (
        <span className="problem" id={problemId(name)}>
          {words(problem)}
        </span>
      ) : null}
      {children({
        id: name,
        name,
        className: "text",
        "aria-describedby": describedBy || undefined,
        "aria-invalid": problem ? true : undefined,
      })}
    </div>
  )
}

export type ControlProps = {
  id: string
  name: string
  className: string
  "aria-describedby": string | undefined
  "aria-invalid": true | undefined
}

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "password" | "date" | "number" | "search"
  value?: string
  autoComplete?: string
  inputMode?: "text" | "email" | "tel" | "numeric"
}

export function TextField({
  type = "text",
  value,
  autoComplete,
  inputMode,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={type}
          autoComplete={autoComplete}
          inputMode={inputMode}
          defaultValue={
            type === "password" ? undefined : enteredText(field.refused, field.name, value)
          }
        />
      )}
    </Field>
  )
}

export function TextArea({
  value,
  rows = 5,
  ...field
}: FieldProps & { value?: string; rows?: number }) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          defaultValue={enteredText(field.refused, field.name, value)}
        />
      )}
    </Field>
  )
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode }

type SelectProps = FieldProps & { options: Option[]; value?: string; emptyLabel?: string }

export function Select({ options, value, emptyLabel, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} defaultValue={enteredText(field.refused, field.name, value)}>
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
