/** The printable record of a petition made by word of mouth, with the place for its signature (§169). */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { instantInWords } from "~/domain/deadline/date-words"
import { wordsFor } from "~/server/tools/locale.server"
import { findRecordContact, findRecorder } from "~/server/petition/casework/case.server"
import { requireCase } from "~/server/petition/casework/desk.server"
import { StaffPage } from "~/ui/page/staff-page"
import { CaseContact } from "~/ui/petition/casework/case-contact"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"])
  const { number, subject, content, filedAt, oralRecord, source } = desk.petition
  const contact = await findRecordContact(desk)
  if (!oralRecord || !contact) throw new Response(null, { status: 404 })
  return {
    title: wordsFor("zh-TW", "petition-casework")("record.print-title"),
    ...{ number, subject, content, source, contact, oralRecord },
    filedAt: filedAt.toISOString(),
    recordedBy: await findRecorder(oralRecord.recordedById),
  }
}

export default function OralRecord() {
  const record = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const { number, filedAt, oralRecord, recordedBy } = record
  const back = <Link to={`/staff/petitions/${number}`}>{t("case.title", { number })}</Link>
  return (
    <StaffPage title={record.title} lead={back}>
      <dl className="facts">
        <dt>{t("case.filed")}</dt>
        <dd>{instantInWords(new Date(filedAt), "zh-TW")}</dd>
        <dt>{t("case.source")}</dt>
        <dd>{t(`sources.${record.source}`)}</dd>
        <dt>{t("record.recorded-by")}</dt>
        <dd>{recordedBy}</dd>
      </dl>
      <CaseContact contact={record.contact} />
      <h2>{record.subject}</h2>
      <p className="prose">{record.content}</p>
      {oralRecord.readBackAt ? <p>{t("record.read-aloud")}</p> : null}
      {oralRecord.signed ? <p>{t("case.signed")}</p> : null}
      <div className="signature">
        <span>{t("record.signature")}</span>
        <span>{t("record.date")}</span>
      </div>
    </StaffPage>
  )
}
