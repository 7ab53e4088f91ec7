/** Did it work: nothing before the window is over, then one of four verdicts in words. */
import { useTranslation } from "react-i18next"
import type { Effect, WindowState } from "~/domain/improvement/effect"
import type { Target } from "~/domain/improvement/target"
import { count, percent, signedPoints, useDayWords } from "~/ui/statistics/share-words"

export type EffectShown = {
  window: WindowState
  n: number
  needed: number | null
  effect: Effect | null
}

export function EffectView({ check, target }: { check: EffectShown; target: Target }) {
  const { t } = useTranslation("improvement")
  const dayWords = useDayWords()
  const { window, n, needed, effect } = check
  return (
    <section>
      <h2>{t("item.effect")}</h2>
      {window === "before" ? (
        <p>{t("item.notYet", { from: dayWords(target.window.from) })}</p>
      ) : null}
      {window === "running" ? (
        <p>{t("item.running", { to: dayWords(target.window.to), n: count(n) })}</p>
      ) : null}
      {effect ? <Verdict effect={effect} /> : null}
      {effect ? null : (
        <p className="soft">
          {needed === null ? t("item.neededNone") : t("item.needed", { n: count(needed) })}
        </p>
      )}
    </section>
  )
}

function Verdict({ effect }: { effect: Effect }) {
  const { t } = useTranslation("improvement")
  if (effect.verdict === "not-enough-data") {
    const { n, needed } = effect
    return needed === null ? (
      <p>{t("item.verdict.not-enough-baseline", { n: count(n) })}</p>
    ) : (
      <p>{t("item.verdict.not-enough-data", { n: count(n), needed: count(needed) })}</p>
    )
  }
  const { before, after, value, interval } = effect.difference
  return (
    <>
      <p className={effect.verdict}>
        {t(`item.verdict.${effect.verdict}`, {
          before: percent(before.value),
          after: percent(after.value),
          points: signedPoints(value),
          low: signedPoints(interval.low),
          high: signedPoints(interval.high),
        })}
      </p>
      {effect.verdict === "improved" ? (
        <p>{t(effect.reachedThreshold ? "item.reached" : "item.notReached")}</p>
      ) : null}
    </>
  )
}
