/** What could not be taken, to be copied: the page it belonged to takes it no more. */
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { writingOf } from "~/domain/access/kept-form"
import { instantInWords } from "~/domain/deadline/date-words"
import { openKeptForm } from "~/server/access/kept-forms.server"
import { requireStaff } from "~/server/access/session.server"
import { wordsFor } from "~/server/tools/locale.server"
import { StaffPage } from "~/ui/page/staff-page"

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "account.own")
  const kept = await openKeptForm(params["id"] ?? "", staff.id)
  if (!kept) throw new Response(null, { status: 404 })
  return {
    title: wordsFor("zh-TW", "access")("kept.title"),
    said: kept.said,
    written: writingOf(kept.entered),
    until: instantInWords(kept.until, "zh-TW"),
    // The case of a form about a case; otherwise the page the form was on.
    back: /^\/staff\/petitions\/[^/]+-[^/]+/.exec(kept.path)?.[0] ?? kept.path,
  }
}

export default function Kept() {
  const { title, said, written, until, back } = useLoaderData<typeof loader>()
  const { t } = useTranslation("access")
  return (
    <StaffPage title={title}>
      <p className="notice">
        {said ?? t("kept.no-page")}
        {t("kept.copy", { until })}
      </p>
      {written.map((text, nth) => (
        <div className="field" key={nth}>
          <label className="label" htmlFor={`text-${nth}`}>
            {t("kept.text", { nth: nth + 1 })}
          </label>
          <textarea id={`text-${nth}`} className="text" readOnly rows={8} defaultValue={text} />
        </div>
      ))}
      <p>
        <Link to={back}>{t("kept.back")}</Link>
      </p>
    </StaffPage>
  )
}
