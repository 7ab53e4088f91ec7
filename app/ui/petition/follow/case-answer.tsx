/** What the office says to the petitioner: a question, the reply, where the case went, or why it is not processed. */
import { useTranslation } from "react-i18next"
import type { PublicPetition, PublicReply } from "~/domain/petition/filing/public-view"
import { Day } from "~/ui/page/dates"

type Said = Pick<PublicPetition, "question" | "reply" | "transferredTo" | "declined">

export function CaseAnswer({ petition }: { petition: Said }) {
  const { t } = useTranslation(["petition", "letter"])
  const { question, reply, transferredTo, declined } = petition
  return (
    <>
      {question && (
        <section className="notice">
          <p className="pre">{question.text}</p>
          <p>
            {t("answer.by")} <Day on={question.answerBy} />
          </p>
          <a className="button" href="/petitions/case/answer">
            {t("answer.title")}
          </a>
        </section>
      )}
      {reply && <Reply reply={reply} />}
      {transferredTo && (
        <dl>
          <dt>{t("case.transferredTo")}</dt>
          <dd>{transferredTo}</dd>
        </dl>
      )}
      {declined && (
        <dl>
          <dt>{t("case.reason")}</dt>
          <dd>
            {t(`letter:not-processed.grounds.${declined.ground}`)} {declined.reason}
          </dd>
        </dl>
      )}
    </>
  )
}

function Reply({ reply }: { reply: PublicReply }) {
  const { t } = useTranslation(["petition", "letter"])
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">{t("case.reply")}</h2>
      <dl>
        {reply.sentOn && <Fact label={t("case.sentOn")} value={<Day on={reply.sentOn} />} />}
        <Fact
          label={t("case.finding")}
          value={t(`letter:reply.dispositions.${reply.disposition}`)}
        />
        <Fact label={t("case.reply")} value={reply.body} />
        {reply.reason && <Fact label={t("case.reason")} value={reply.reason} />}
        {reply.legalBasis && <Fact label={t("case.legalBasis")} value={reply.legalBasis} />}
        {reply.remedies.map((remedy) => (
          <Fact
            key={remedy}
            label={t("letter:reply.remediesTitle")}
            value={t(`letter:reply.remedies.${remedy}`)}
          />
        ))}
      </dl>
    </section>
  )
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
