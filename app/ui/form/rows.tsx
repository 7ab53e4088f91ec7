/** Rows of fields that grow and shrink by two buttons of the form, with and without script. */
import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { ADD_ROW, countRows, REMOVE_ROW } from "~/domain/form-fields"
import type { RefusedForm } from "~/domain/outcome"

type RowsProps = {
  /** The list: its rows are `name[0]`, `name[1]` … Each row needs a field that is sent when it is empty. */
  name: string
  refused?: RefusedForm | null | undefined
  /** How many rows the page shows at first. */
  given?: number
  fewest?: number
  most: number
  children: (row: { name: string; number: number }) => ReactNode
}

export function Rows({ name, refused, given = 1, fewest = 1, most, children }: RowsProps) {
  const { t } = useTranslation("form")
  const entered = refused?.entered ?? {}
  const isEntered = Object.keys(entered).length > 0
  const count = Math.max(fewest, isEntered ? countRows(entered, name) : given)
  const isAdded = entered[ADD_ROW] === name
  const isRemoved = String(entered[REMOVE_ROW] ?? "").startsWith(`${name}[`)
  return (
    <div className="rows" id={name}>
      {/* Enter in a field presses the first button of a form: it must be the one that sends it. */}
      <button className="trap" tabIndex={-1} aria-hidden="true" />
      {/* A row more or less makes all of them new, so that each shows what was entered under its new number. */}
      {Array.from({ length: count }, (_, row) => (
        <Row
          key={`${count} ${row}`}
          label={t("rows.row", { number: row + 1 })}
          takesFocus={isAdded && row === count - 1}
        >
          {children({ name: `${name}[${row}]`, number: row + 1 })}
          {count > fewest ? (
            <button className="plain" name={REMOVE_ROW} value={`${name}[${row}]`} formNoValidate>
              {t("rows.remove", { number: row + 1 })}
            </button>
          ) : null}
        </Row>
      ))}
      {isRemoved ? <Removed key={count} /> : null}
      {count < most ? (
        <button className="quiet" name={ADD_ROW} value={name} formNoValidate>
          {t("rows.add")}
        </button>
      ) : (
        <p className="soft">{t("rows.full", { max: most })}</p>
      )}
    </div>
  )
}

type RowProps = { label: string; takesFocus: boolean; children: ReactNode }

/** A new row takes the focus, without script too, so that one goes on where the button was pressed. */
function Row({ label, takesFocus, children }: RowProps) {
  const focus = useFocusOnce(takesFocus)
  return (
    <div className="form-row" role="group" aria-label={label} {...focus}>
      {children}
    </div>
  )
}

function Removed() {
  const { t } = useTranslation("form")
  const focus = useFocusOnce(true)
  return (
    <div className="soft" role="status" {...focus}>
      {t("rows.removed")}
    </div>
  )
}

/** By the attribute when the page is loaded, by the effect when it is only changed. */
function useFocusOnce(isWanted: boolean) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isWanted) ref.current?.focus()
  }, [isWanted])
  return isWanted ? { ref, tabIndex: -1, autoFocus: true } : { ref }
}
