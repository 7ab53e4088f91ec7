/** One case: what was said and done on the left; its deadline, people and next steps on the right. */
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { papersOf } from "~/domain/petition/casework/papers"
import { wordsFor } from "~/server/tools/locale.server"
import {
  findContact,
  listContactLetters,
  readCaseHead,
  readTimeline,
} from "~/server/petition/casework/case.server"
import { requireCase } from "~/server/petition/casework/desk.server"
import { StaffPage } from "~/ui/page/staff-page"
import { CaseContact, CaseLetters } from "~/ui/petition/casework/case-contact"
import { CasePapersShown } from "~/ui/petition/casework/case-papers"
import { CaseAbout, CaseActions, CaseClock } from "~/ui/petition/casework/case-side"
import { Timeline } from "~/ui/petition/casework/timeline"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"])
  const [head, events, contact, letters] = await Promise.all([
    readCaseHead(desk),
    readTimeline(desk.petition.id),
    findContact(desk),
    listContactLetters(desk),
  ])
  const title = wordsFor("zh-TW", "petition-casework")("case.title", { number: head.number })
  return { title, head, events, contact, letters, papers: papersOf(desk.petition) }
}

export default function Case() {
  const { title, head, events, contact, letters, papers } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  return (
    <StaffPage title={head.subject} lead={title} actions={<RecordLink head={head} />}>
      <div className="case">
        <div>
          <section className="said" aria-label={t("case.said")}>
            <p className="prose">{head.content}</p>
          </section>
          <Related mergedInto={head.mergedInto} followers={head.followers} />
          <CasePapersShown papers={papers} />
          <Timeline events={events} />
        </div>
        <div className="case-side">
          <CaseClock {...head} />
          <CaseActions number={head.number} offered={head.offered} />
          <CaseContact contact={contact} number={head.number} />
          <CaseAbout {...head} />
          <CaseLetters number={head.number} letters={letters} />
        </div>
      </div>
    </StaffPage>
  )
}

function RecordLink({ head }: { head: { number: string; mayPrint: boolean } }) {
  const { t } = useTranslation("petition-casework")
  if (!head.mayPrint) return null
  return <Link to={`/staff/petitions/${head.number}/record`}>{t("case.print-record")}</Link>
}

function Related({ mergedInto, followers }: { mergedInto: string | null; followers: string[] }) {
  const { t } = useTranslation("petition-casework")
  const related = mergedInto ? [mergedInto] : followers
  if (related.length === 0) return null
  return (
    <p className="notice">
      {t(mergedInto ? "case.merged-into" : "case.followers")}
      {related.map((number) => (
        <span key={number}>
          {" "}
          <Link to={`/staff/petitions/${number}`}>{number}</Link>
        </span>
      ))}
    </p>
  )
}
