/** What the present state of a case holds: a reply or its draft, a question, a request, a remark. */
import { useTranslation } from "react-i18next"
import { dateInWords } from "~/domain/deadline/date-words"
import type { CasePapers as Papers } from "~/domain/petition/casework/papers"
import type {
  Decline,
  ExtensionRequest,
  ReplyDraft,
  Transfer,
} from "~/domain/petition/petition-detail"

/** What a reader needs of a reply, sent or not. */
export type ReplyPaper = Pick<
  ReplyDraft,
  "disposition" | "body" | "reason" | "legalBasis" | "remedies" | "draftedByName"
>

export function CasePapersShown({ papers }: { papers: Papers }) {
  const { t } = useTranslation("petition-casework")
  const { remark, reply, replyState, question, extension, decline, transfer } = papers
  return (
    <>
      {remark ? (
        <section className="notice">
          <h2>{t("case.remark")}</h2>
          <p className="prose">{remark}</p>
        </section>
      ) : null}
      {reply ? <ReplyShown reply={reply} title={t(`case.replies.${replyState}`)} /> : null}
      {question ? (
        <section>
          <h2>{t("case.question")}</h2>
          <p className="prose">{question.text}</p>
          <p className="soft">{dateInWords(question.answerBy, "zh-TW")}</p>
        </section>
      ) : null}
      {extension ? <ExtensionShown extension={extension} /> : null}
      {decline ? <DeclineShown decline={decline} /> : null}
      {transfer ? <TransferShown transfer={transfer} /> : null}
    </>
  )
}

export function ReplyShown({ reply, title }: { reply: ReplyPaper; title: string }) {
  const { t } = useTranslation("petition-casework")
  return (
    <section className="paper">
      <h2>{title}</h2>
      <p>
        <span className="chip">{t(`dispositions.${reply.disposition}`)}</span>{" "}
        <span className="soft">{t("case.drafted-by", { name: reply.draftedByName })}</span>
      </p>
      <p className="prose">{reply.body}</p>
      <dl className="facts">
        {reply.reason ? (
          <>
            <dt>{t("fields.reason")}</dt>
            <dd>{reply.reason}</dd>
          </>
        ) : null}
        {reply.legalBasis ? (
          <>
            <dt>{t("fields.legal-basis")}</dt>
            <dd>{reply.legalBasis}</dd>
          </>
        ) : null}
        {reply.remedies.length > 0 ? (
          <>
            <dt>{t("fields.remedies")}</dt>
            <dd>{reply.remedies.map((remedy) => t(`remedies.${remedy}`)).join("、")}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

export function ExtensionShown({ extension }: { extension: ExtensionRequest }) {
  const { t } = useTranslation("petition-casework")
  const { requestedByName, newDueOn } = extension
  const said = t("events.extension_requested", { newDueOn: dateInWords(newDueOn, "zh-TW") })
  return (
    <section className="paper">
      <h2>{t("case.extension")}</h2>
      <p>
        {said} <span className="soft">{requestedByName}</span>
      </p>
      <p className="prose">{extension.reason}</p>
    </section>
  )
}

export function DeclineShown({
  decline,
}: {
  decline: Pick<Decline, "ground" | "reason" | "earlier">
}) {
  const { t } = useTranslation("petition-casework")
  return (
    <section className="paper">
      <h2>{t("case.decline")}</h2>
      <p>{t(`grounds.${decline.ground}`)}</p>
      <p className="prose">{decline.reason}</p>
      {decline.earlier.length > 0 ? (
        <p>
          {t("case.earlier")} {decline.earlier.join("、")}
        </p>
      ) : null}
    </section>
  )
}

function TransferShown({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation("petition-casework")
  return (
    <section className="paper">
      <h2>{t("case.transfer")}</h2>
      <p>{transfer.agency}</p>
      <p className="prose">{transfer.reason}</p>
    </section>
  )
}
