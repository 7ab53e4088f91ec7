/** A letter of a case as it was written, to be printed where it must go on paper. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { findContactLetter } from "~/server/petition/casework/case.server"
import { requireCase } from "~/server/petition/casework/desk.server"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.letter.subject }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"])
  const letter = await findContactLetter(desk, params["id"])
  if (!letter) throw new Response(null, { status: 404 })
  return { letter, number: desk.petition.number }
}

export default function CaseLetter() {
  const { letter, number } = useLoaderData<typeof loader>()
  const { t } = useTranslation("petition-casework")
  const back = <Link to={`/staff/petitions/${number}`}>{t("case.title", { number })}</Link>
  return (
    <StaffPage title={letter.subject} lead={back}>
      <p className="soft">
        {t("letter.recipient")} {letter.recipient}
      </p>
      <p className="prose">{letter.text}</p>
    </StaffPage>
  )
}
