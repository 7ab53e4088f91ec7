/** What the item promises, asked before it begins: how many points, on which days, judged how. */
import { useTranslation } from "react-i18next"
import { answersNeeded } from "~/domain/improvement/effect"
import { type Baseline, EFFECT_TEST } from "~/domain/improvement/target"
import type { RefusedForm } from "~/domain/outcome"
import { TextField } from "~/ui/form/field"
import { count, percent, useDayWords } from "~/ui/statistics/share-words"

type Props = { refused?: RefusedForm; baseline: Baseline; itemName: string }

const EXAMPLE_POINTS = 0.05

export function TargetFields({ refused, baseline, itemName }: Props) {
  const { t } = useTranslation("improvement")
  const dayWords = useDayWords()
  const field = { refused, topic: "improvement", required: true } as const
  const share = baseline.count / baseline.n
  const example = { direction: "rise", minimumChange: EXAMPLE_POINTS, test: EFFECT_TEST } as const
  const needed = answersNeeded(baseline, example)
  return (
    <>
      <h2>{t("planning.target")}</h2>
      <p>
        {t("planning.targetIntro", {
          periods: t("item.windowWords", {
            from: dayWords(baseline.span.from),
            to: dayWords(baseline.span.to),
          }),
          item: itemName,
          share: percent(share),
          count: count(baseline.count),
          n: count(baseline.n),
        })}
      </p>
      <TextField
        name="minimumChange"
        label={t("planning.minimumChange")}
        hint={t(needed === null ? "planning.minimumChangeHint" : "planning.neededHint", {
          share: percent(share),
          goal: percent(Math.min(1, share + EXAMPLE_POINTS)),
          n: count(needed ?? 0),
        })}
        inputMode="numeric"
        {...field}
      />
      <div className="pair">
        <TextField
          name="windowFrom"
          type="date"
          label={t("planning.windowFrom")}
          hint={t("planning.dateHint")}
          {...field}
        />
        <TextField
          name="windowTo"
          type="date"
          label={t("planning.windowTo")}
          hint={t("planning.dateHint")}
          {...field}
        />
      </div>
      <p className="soft">{t("planning.test")}</p>
    </>
  )
}
