/** A request that could not be answered: what is certain, what to do, and the form with everything typed in it. */
import { useTranslation } from "react-i18next"
import type { GivenBack } from "~/domain/interruption"
import { FormGuard, HiddenField } from "~/ui/form/summary"

type Interruption = { path: string; isOutage: boolean; given: GivenBack | null }

/** Only a page that holds what was typed says so. */
export function titleOf({ isOutage, given }: Interruption) {
  const isKept = given !== null && given.shown.length > 0
  if (isOutage) return isKept ? "interrupted.kept-title" : "interrupted.title"
  return isKept ? "interrupted.fault-kept-title" : "apology.500.title"
}

function nextOf({ isOutage, given }: Interruption) {
  if (given === null) return "interrupted.wait"
  if (given.shown.length === 0) return "interrupted.unsure"
  return isOutage ? "interrupted.kept" : "interrupted.fault-kept"
}

export function InterruptionPage(interruption: Interruption) {
  const { t } = useTranslation("page")
  const { path, given } = interruption
  return (
    <main id="main">
      <h1>{t(titleOf(interruption))}</h1>
      <p>{t(nextOf(interruption))}</p>
      {given ? (
        <form method="post" action={path} className="again">
          <FormGuard />
          {given.unseen.map(([name, value], i) => (
            <HiddenField key={i} name={name} value={value} />
          ))}
          {given.shown.map(({ name, value }, i) => (
            <Typed key={i} id={`kept-${i}`} name={name} value={value} />
          ))}
          <button>{t("interrupted.send-again")}</button>
        </form>
      ) : (
        <p>
          <a className="button" href={path}>
            {t("interrupted.try-again")}
          </a>
        </p>
      )}
    </main>
  )
}

const LABELS = {
  subject: "content.subject",
  content: "content.content",
  name: "contact.name",
  email: "contact.email",
  phone: "contact.phone",
  address: "contact.address",
} as const

const isLabelled = (name: string): name is keyof typeof LABELS => name in LABELS
const CHARACTERS_PER_ROW = 25

function Typed({ id, name, value }: { id: string; name: string; value: string }) {
  const { t } = useTranslation(["page", "petition"])
  const rows = value
    .split("\n")
    .reduce((sum, line) => sum + 1 + Math.floor(line.length / CHARACTERS_PER_ROW), 0)
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {isLabelled(name) ? t(`petition:${LABELS[name]}`) : t("interrupted.typed")}
      </label>
      {rows === 1 ? (
        <input className="text" id={id} name={name} defaultValue={value} />
      ) : (
        <textarea
          className="text"
          id={id}
          name={name}
          rows={Math.min(rows + 1, 14)}
          defaultValue={value}
        />
      )}
    </div>
  )
}
