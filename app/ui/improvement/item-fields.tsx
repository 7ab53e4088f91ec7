/** The fields of a plan item: title, 課室, and rows of work each with its twelve months. */
import { useTranslation } from "react-i18next"
import { monthsField, WORK_ROWS_OFFERED, workField } from "~/domain/improvement/item-form"
import { MONTHS } from "~/domain/improvement/plan"
import type { RefusedForm } from "~/domain/outcome"
import { enteredList, enteredText, Select, TextField } from "~/ui/form/field"

const [FIRST_ROW, ...MORE_ROWS] = WORK_ROWS_OFFERED

type Props = { refused?: RefusedForm; owners: string[] }

export function ItemFields({ refused, owners }: Props) {
  const { t } = useTranslation("improvement")
  const field = { refused, topic: "improvement" } as const
  return (
    <>
      <h2>{t("planning.item")}</h2>
      <TextField
        name="title"
        label={t("planning.titleField")}
        hint={t("planning.titleHint")}
        required
        {...field}
      />
      <Select
        name="owner"
        label={t("planning.owner")}
        options={owners.map((owner) => ({ value: owner, label: owner }))}
        emptyLabel=""
        required
        {...field}
      />
      <h2>{t("planning.work")}</h2>
      <p className="soft">{t("planning.workHint")}</p>
      <WorkRowFields row={FIRST_ROW} refused={refused} />
      <details
        className="more"
        open={MORE_ROWS.some((row) => enteredText(refused, workField(row)))}
      >
        <summary>{t("planning.moreRows")}</summary>
        {MORE_ROWS.map((row) => (
          <WorkRowFields key={row} row={row} refused={refused} />
        ))}
      </details>
    </>
  )
}

type RowProps = { row: (typeof WORK_ROWS_OFFERED)[number]; refused?: RefusedForm }

function WorkRowFields({ row, refused }: RowProps) {
  const { t } = useTranslation("improvement")
  return (
    <div className="work-row">
      <TextField
        name={workField(row)}
        label={t("planning.workRow", { number: row })}
        required={row === FIRST_ROW}
        refused={refused}
        topic="improvement"
      />
      <Months
        name={monthsField(row)}
        legend={t("planning.months")}
        chosen={enteredList(refused, monthsField(row)).map(Number)}
      />
    </div>
  )
}

type MonthsProps = { name: string; legend: string; chosen: number[]; closed?: number[] }

/** Twelve boxes in a row; `closed` months cannot be ticked. */
export function Months({ name, legend, chosen, closed = [] }: MonthsProps) {
  const { t } = useTranslation("improvement")
  return (
    <fieldset className="months">
      <legend>{legend}</legend>
      {MONTHS.map((month) => (
        <label key={month}>
          <input
            type="checkbox"
            name={name}
            value={month}
            defaultChecked={chosen.includes(month)}
            disabled={closed.includes(month)}
          />
          <span>{t("month", { month })}</span>
        </label>
      ))}
    </fieldset>
  )
}
