import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { FINDING_STATES, isFindingState } from "~/domain/improvement/finding"
import { countFindings, listFindings } from "~/server/improvement/findings.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { listItemNames } from "~/server/statistics/trends.server"
import { FindingTable } from "~/ui/improvement/finding-table"
import styles from "~/ui/improvement/improvement.css?url"
import { StaffPage } from "~/ui/page/staff-page"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "finding.view")
  const asked = new URL(request.url).searchParams.get("state")
  const counts = await countFindings(staff.officeId)
  const waiting = counts.proposed === 0 && counts.confirmed > 0 ? "confirmed" : "proposed"
  const state = isFindingState(asked) ? asked : waiting
  const [findings, names] = await Promise.all([
    listFindings(staff.officeId, state),
    listItemNames(staff.officeId),
  ])
  return {
    title: wordsFor("zh-TW", "improvement")("findings.title"),
    state,
    counts,
    findings: findings.map(({ id, item, evidence, reason }) => {
      return { id, itemName: names[item] ?? item, evidence, reason }
    }),
  }
}

export default function Findings() {
  const { t } = useTranslation("improvement")
  const { title, state, counts, findings } = useLoaderData<typeof loader>()
  return (
    <StaffPage title={title}>
      <p className="prose">{t("findings.intro")}</p>
      <nav className="tabs" aria-label={t("findings.statesLabel")}>
        {FINDING_STATES.map((one) => (
          <Link key={one} to={`?state=${one}`} aria-current={one === state ? "page" : undefined}>
            {t("findings.tab", { state: t(`findings.states.${one}`), count: counts[one] })}
          </Link>
        ))}
      </nav>
      {findings.length === 0 ? (
        <p className="prose">{t(`findings.empty.${state}`)}</p>
      ) : (
        <FindingTable findings={findings} />
      )}
    </StaffPage>
  )
}
