/** A person of the office, under the name of the section. */
import { useTranslation } from "react-i18next"
import { enteredText, Field, type FieldProps } from "~/ui/form/field"

type Section = { id: string; name: string; staff: { id: string; name: string }[] }

export function OfficerSelect({ sections, ...field }: FieldProps & { sections: Section[] }) {
  const { t } = useTranslation("petition-casework")
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} defaultValue={enteredText(field.refused, field.name)}>
          <option value="">{t("fields.choose")}</option>
          {sections.map((section) => (
            <optgroup key={section.id} label={section.name}>
              {section.staff.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
