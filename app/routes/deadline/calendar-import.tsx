import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { ImportSourceForm } from "~/domain/deadline/closure.schema"
import { MOST_FILE_BYTES, MOST_FILE_KB } from "~/domain/deadline/imports/readers"
import { previewCalendarYear } from "~/server/deadline/calendar.server"
import { parseFields, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { readUpload } from "~/server/tools/upload.server"
import { ImportPreviewTable } from "~/ui/deadline/staff-import-preview"
import { Field, TextField } from "~/ui/form/field"
import { ErrorSummary, HiddenField } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "calendar.edit")
  const t = wordsFor("zh-TW", "deadline-calendar")
  return { title: t("portalTitle", { title: t("import.title") }) }
}

/** Only looks: the file goes to the next form as it came, and is checked again there. */
export async function action({ request }: ActionFunctionArgs) {
  await requireStaff(request, "calendar.edit")
  const upload = await readUpload(request, "file", MOST_FILE_BYTES)
  if (!upload.ok) return showProblems(upload)
  const asked = parseFields(upload.value.fields, ImportSourceForm)
  if (!asked.ok) return showProblems(asked)
  const { source } = asked.value
  const preview = await previewCalendarYear(upload.value.bytes)
  if (!preview.ok) return showProblems(preview, asked.entered)
  const { file, isFirst, changes } = preview.value
  const off = [...file.days.values()].filter((day) => !day.isWorkingDay).length
  return {
    preview: { year: file.year, working: file.days.size - off, off, isFirst, changes },
    file: Buffer.from(upload.value.bytes).toString("base64"),
    source,
  }
}

export default function ImportPage() {
  useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation("deadline-calendar")
  const isChecked = answer !== undefined && "preview" in answer
  const roc = isChecked ? answer.preview.year - 1911 : 0
  const title = isChecked ? t("import.previewTitle", { roc }) : t("import.title")
  const back = <Link to="/staff/calendar">{t("import.back")}</Link>
  return (
    <StaffPage title={title} lead={back}>
      {isChecked ? (
        <>
          <p className="notice">{t("import.keeps")}</p>
          <ImportPreviewTable {...answer.preview} />
          <Form method="post" action="/staff/calendar/import/confirmed" className="sheet">
            <HiddenField name="file" value={answer.file} />
            <HiddenField name="source" value={answer.source} />
            <button>{t("import.submit")}</button>
          </Form>
        </>
      ) : (
        <ChooseFile refused={answer ?? null} />
      )}
    </StaffPage>
  )
}

function ChooseFile({ refused }: { refused: Parameters<typeof ErrorSummary>[0]["refused"] }) {
  const { t } = useTranslation("deadline-calendar")
  const field = { refused, topic: "deadline-calendar", required: true } as const
  return (
    <>
      <ErrorSummary refused={refused} topic="deadline-calendar" />
      <p>{t("import.lead")}</p>
      <Form method="post" encType="multipart/form-data" className="sheet">
        <Field
          {...field}
          name="file"
          label={t("import.file")}
          hint={t("import.fileHint", { max: MOST_FILE_KB })}
        >
          {(control) => <input {...control} type="file" accept=".csv,text/csv" />}
        </Field>
        <TextField
          {...field}
          name="source"
          label={t("import.source")}
          hint={t("import.sourceHint")}
        />
        <button>{t("import.preview")}</button>
      </Form>
    </>
  )
}
