/** 改分: to another section or officer, without touching the clock. */
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { dateInWords } from "~/domain/deadline/date-words"
import { isLateReassignment, reassignBy } from "~/domain/petition/casework/reassign"
import { ReassignmentForm } from "~/domain/petition/casework/forms"
import { readForm, showProblems } from "~/server/tools/form.server"
import { reassignPetition } from "~/server/petition/casework/actions.server"
import { afterAction, requireCase, readActionHead } from "~/server/petition/casework/desk.server"
import { listSections } from "~/server/petition/casework/office-lists.server"
import { officeCalendar } from "~/server/deadline/calendar.server"
import { today } from "~/server/tools/clock.server"
import { TextArea } from "~/ui/form/field"
import { ActionPage } from "~/ui/petition/casework/action-page"
import { OfficerSelect } from "~/ui/petition/casework/officer-select"
import styles from "~/ui/petition/casework/casework.css?url"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await requireCase(request, params["number"], "reassignment")
  const { petition } = desk
  const [head, sections, calendar] = await Promise.all([
    readActionHead(desk, "reassignment"),
    listSections(petition.officeId),
    officeCalendar(petition.officeId),
  ])
  const limit = reassignBy(petition, calendar)
  return { head, sections, limit, isLate: isLateReassignment(petition, today(), calendar) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await requireCase(request, params["number"], "reassignment")
  const form = await readForm(request, ReassignmentForm)
  if (!form.ok) return showProblems(form)
  const { seen, ...asked } = form.value
  const done = await reassignPetition({ id: desk.petition.id, seen }, asked, desk.staff)
  return afterAction(done, desk, form.entered)
}

export default function Reassignment() {
  const { head, sections, limit, isLate } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation("petition-casework")
  const field = { refused: refused ?? null, topic: "petition-casework", required: true } as const
  return (
    <ActionPage action="reassignment" head={head} refused={refused}>
      {isLate && limit ? (
        <p className="notice">
          {t("fields.late-reassignment", { date: dateInWords(limit, "zh-TW") })}
        </p>
      ) : null}
      <OfficerSelect name="officerId" label={t("fields.officer")} sections={sections} {...field} />
      <TextArea
        name="reason"
        label={t("fields.reason")}
        hint={t("fields.reassign-reason-hint")}
        {...field}
      />
    </ActionPage>
  )
}
