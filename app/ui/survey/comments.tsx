/** What people wrote in their own words, masked, newest first. */
import { useTranslation } from "react-i18next"
import { useDayWords } from "~/ui/statistics/share-words"

type Opinions = { comments: { id: string; name: string; on: string; text: string }[]; more: number }

export function Comments({ opinions, isOwn }: { opinions: Opinions | null; isOwn: boolean }) {
  const { t } = useTranslation("survey-results")
  const dayWords = useDayWords()
  if (!isOwn) return <p className="soft">{t("results.commentsElsewhere")}</p>
  if (!opinions) return null
  const { comments, more } = opinions
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t("results.comments")}</h2>
      <p className="soft">
        {comments.length > 0 ? t("results.commentsNote") : t("results.noComments")}
      </p>
      <ul className="comments">
        {comments.map(({ id, name, on, text }) => (
          <li key={id}>
            <small>
              <time dateTime={on}>{dayWords(on)}</time>・{name}
            </small>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="soft">{t("results.commentsMore", { count: more })}</p> : null}
    </section>
  )
}
