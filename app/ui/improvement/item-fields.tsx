/** The fields of a plan item: title, 課室, and rows of work each with its twelve months. */
import { useTranslation } from "react-i18next"
import { MONTHS, MOST_WORK_ROWS, WORK_ROWS } from "~/domain/improvement/plan"
import type { RefusedForm } from "~/domain/outcome"
import { enteredList, Select, TextField } from "~/ui/form/field"
import { Rows } from "~/ui/form/rows"

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
      <Rows name={WORK_ROWS} refused={refused} most={MOST_WORK_ROWS}>
        {(row) => <WorkRowFields {...row} refused={refused} />}
      </Rows>
    </>
  )
}

type RowProps = { name: string; number: number; refused?: RefusedForm }

function WorkRowFields({ name, number, refused }: RowProps) {
  const { t } = useTranslation("improvement")
  const months = `${name}.plannedMonths`
  return (
    <>
      <TextField
        name={`${name}.work`}
        label={t("planning.workRow", { number })}
        required={number === 1}
        refused={refused}
        topic="improvement"
      />
      <Months
        name={months}
        legend={t("planning.months")}
        chosen={enteredList(refused, months).map(Number)}
      />
    </>
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
