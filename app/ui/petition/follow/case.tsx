/** A petitioner's case: the state in plain words, the promised date and its count, what happened, the reply. */
import { useTranslation } from "react-i18next"
import type { PublicPetition } from "~/domain/petition/filing/public-view"
import { Day, Instant } from "~/ui/page/dates"
import { CaseAnswer } from "./case-answer"
import { DueDateCounts } from "./due-date"

/** As it arrives in the page: instants are text. */
export type ShownPetition = Omit<PublicPetition, "filedAt" | "events"> & {
  filedAt: Date | string
  events: { kind: string; at: Date | string }[]
}

export function CaseView({ petition }: { petition: ShownPetition }) {
  const { t } = useTranslation(["petition", "deadline"])
  const { status } = petition
  return (
    <>
      <div className="state">
        <b>{t(`states.${status}`)}</b>
        <p>{t(`stateHints.${status}`)}</p>
      </div>
      <CaseAnswer petition={petition} />
      <Dates petition={petition} />
      <h2>{t("case.happened")}</h2>
      <Happened events={petition.events} />
      <h2>{t("case.yours")}</h2>
      <dl>
        <dt>{t("content.subject")}</dt>
        <dd>{petition.subject}</dd>
        <dt>{t("content.content")}</dt>
        <dd>{petition.content}</dd>
      </dl>
      {petition.mayWithdraw && (
        <p>
          <a href="/petitions/case/withdraw">{t("withdraw.title")}</a>
        </p>
      )}
    </>
  )
}

function Dates({ petition }: { petition: ShownPetition }) {
  const { t } = useTranslation(["petition", "deadline"])
  const { isReplyPromised, dueOn, receivedOn, statutoryDueOn, counts } = petition
  return (
    <>
      <dl>
        {isReplyPromised && <DateLine label={t("deadline:promised")} on={dueOn} />}
        <DateLine label={t("case.received")} on={receivedOn} />
        {isReplyPromised && <DateLine label={t("deadline:statutory")} on={statutoryDueOn} />}
      </dl>
      {isReplyPromised && <DueDateCounts counts={counts} />}
    </>
  )
}

function DateLine({ label, on }: { label: string; on: ShownPetition["dueOn"] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Day on={on} />
      </dd>
    </>
  )
}

const TOLD = [
  "filed",
  "confirmed",
  "confirmed_by_phone",
  "accepted",
  "assigned",
  "supplement_requested",
  "supplement_answered",
  "extended",
  "replied",
  "closed",
  "transferred",
  "merged",
  "not_processed",
  "withdrawn",
  "code_sent_again",
  "code_told",
] as const

function Happened({ events }: { events: ShownPetition["events"] }) {
  const { t } = useTranslation("petition")
  return (
    <ol className="line">
      {events.map(({ kind, at }, position) => {
        const told = TOLD.find((name) => kind === `petition.${name}`) ?? "other"
        return (
          <li key={position}>
            <Instant at={at} />
            {t(`events.${told}`)}
          </li>
        )
      })}
    </ol>
  )
}
