/** The sentences at the head of a report, made to be read aloud; below them, smaller, what the numbers can bear. */
import { useTranslation } from "react-i18next"
import { CAVEATS, type Sentence } from "~/domain/statistics/sentence"

type Props = {
  sentences: Sentence[]
  /** How what was measured is defined. */
  definition: string
}

/** What really changed is underlined in its colour. */
const MARKED: Partial<Record<Sentence["key"], string>> = {
  fell: "worsened",
  rose: "improved",
  "fell-since": "worsened",
  "rose-since": "improved",
}

export function Spoken({ sentences, definition }: Props) {
  const { t } = useTranslation("statistics")
  const isCaveat = ({ key }: Sentence) => CAVEATS.includes(key)
  const aloud = ({ key, params }: Sentence) => t(`sentences.${key}`, params)
  const caveats = sentences.filter(isCaveat).map(aloud)
  return (
    <>
      <p className="say">
        {sentences
          .filter((sentence) => !isCaveat(sentence))
          .map((sentence) => {
            const text = aloud(sentence)
            const mark = MARKED[sentence.key]
            return mark ? (
              <em key={text} className={mark}>
                {text}
              </em>
            ) : (
              <span key={text}>{text}</span>
            )
          })}
      </p>
      <p className="soft design">
        {[...new Set(caveats)].join("")}
        {definition}
      </p>
    </>
  )
}
