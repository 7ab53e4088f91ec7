/** The form of the record of an oral or written petition, and what is handed to the petitioner afterwards. */
import { Link } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { RefusedForm } from "~/domain/outcome"
import { RECORDED_SOURCES } from "~/domain/petition/casework/oral"
import { NATURES } from "~/domain/petition/petition"
import { Choices } from "~/ui/form/choices"
import { Select, TextArea, TextField } from "~/ui/form/field"

type RecordFieldsProps = {
  categories: { id: string; label: string }[]
  refused: RefusedForm | null
}

export function RecordFields({ categories, refused }: RecordFieldsProps) {
  const { t } = useTranslation("petition-casework")
  const field = { refused, topic: "petition-casework" } as const
  const needed = { ...field, required: true }
  const tick = (name: "confidential" | "readBack" | "signed", label: string, option: string) => (
    <Choices
      name={name}
      label={label}
      several
      options={[{ value: "yes", label: option }]}
      {...field}
    />
  )
  return (
    <>
      <Choices
        name="source"
        label={t("record.source")}
        options={RECORDED_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) }))}
        {...needed}
      />
      <Choices
        name="nature"
        label={t("fields.nature")}
        options={NATURES.map((value) => ({ value, label: t(`natures.${value}`) }))}
        {...needed}
      />
      <Select
        name="categoryId"
        label={t("fields.category")}
        options={categories.map(({ id, label }) => ({ value: id, label }))}
        emptyLabel={t("fields.choose")}
        {...needed}
      />
      <TextField name="subject" label={t("record.subject")} {...needed} />
      <TextArea
        name="content"
        label={t("record.content")}
        hint={t("record.content-hint")}
        rows={8}
        {...needed}
      />
      {tick("confidential", t("fields.confidential"), t("fields.confidential-option"))}
      <h2>{t("record.petitioner")}</h2>
      <p className="soft">{t("record.contact-hint")}</p>
      <TextField name="name" label={t("case.name")} {...needed} />
      <TextField name="phone" type="tel" label={t("case.phone")} {...field} />
      <TextField name="email" type="email" label={t("case.email")} {...field} />
      <TextField name="address" label={t("case.address")} {...field} />
      {tick("readBack", t("record.read-back"), t("record.read-back-option"))}
      {tick("signed", t("record.signed"), t("record.signed-option"))}
      <p className="soft">{t("record.signed-hint")}</p>
    </>
  )
}

export function RecordDone({ number, accessCode }: { number: string; accessCode: string }) {
  const { t } = useTranslation("petition-casework")
  return (
    <>
      <p>{t("record.tell")}</p>
      <p className="record-code">{number}</p>
      <p>{t("record.access-code")}</p>
      <p className="record-code">{accessCode}</p>
      <p className="row actions">
        <Link className="button" to={`/staff/petitions/${number}`}>
          {t("record.open")}
        </Link>
        <Link to={`/staff/petitions/${number}/record`}>{t("record.print")}</Link>
        <Link to="/staff/petitions/new" reloadDocument>
          {t("record.again")}
        </Link>
      </p>
    </>
  )
}
