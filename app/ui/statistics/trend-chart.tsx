/** One item's line with its band and limits, its words for those who cannot see it, and its table one tap away. */
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { LinePoint, TrendLine } from "~/domain/statistics/trend-line"
import { drawnLine, isSpecial } from "./drawn-line"
import { percent, usePeriodWords } from "./share-words"
import { TrendTable } from "./trend-table"

export type ChartEvent = { period: string; label: string }

type Props = {
  title: string
  itemName: string
  question: string
  points: LinePoint[]
  brokenAt?: TrendLine["brokenAt"]
  events?: ChartEvent[]
}

export function TrendChart({ title, itemName, question, points, brokenAt, events = [] }: Props) {
  const { t } = useTranslation("statistics-trends")
  const periodWords = usePeriodWords()
  const alternative = useAlternative(itemName, points)
  const drawn = drawnLine(points, {
    labelOf: (point) => periodWords.short(point.period),
    percent,
    limitWords: {
      low: t("chart.low"),
      centre: t("chart.centre"),
      high: t("chart.high"),
    },
    events,
  })
  const canvas = useDrawing(JSON.stringify(drawn))
  const limits = points.findLast((point) => point.limits !== null)?.limits
  if (points.every((point) => point.share === null)) {
    return (
      <section className="trend">
        <h2>{title}</h2>
        <p className="empty">{t("chart.empty")}</p>
      </section>
    )
  }
  return (
    <section className="trend" aria-labelledby="trend-title">
      <h2 id="trend-title">{title}</h2>
      <p className="soft">{t("chart.question", { question })}</p>
      <figure>
        <div className="canvas" role="img" aria-label={alternative}>
          <canvas ref={canvas} />
        </div>
        <noscript>{t("chart.scriptless")}</noscript>
        <figcaption>
          {t("chart.floor", { floor: `${Math.round(drawn.floor * 100)}%` })}
          {limits ? null : ` ${t("chart.no-limits")}`}
          {limits?.isTrial ? ` ${t("chart.trial")}` : null}
          {brokenAt ? ` ${breakWords(t, brokenAt, periodWords.long(brokenAt.at))}` : null}
        </figcaption>
      </figure>
      <details className="behind">
        <summary>{t("table.show")}</summary>
        <TrendTable points={points} caption={title} />
      </details>
    </section>
  )
}

type Words = ReturnType<typeof useTranslation<"statistics-trends">>["t"]

function breakWords(
  t: Words,
  brokenAt: NonNullable<TrendLine["brokenAt"]>,
  period: string,
): string {
  return brokenAt.because === "scale-changed"
    ? t("chart.broken-by-wording", { period })
    : t("chart.broken-by-gap", { period })
}

/** The drawing is fetched only where a chart stands, and drawn again when its numbers or the colours change. */
function useDrawing(drawn: string) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let erase = () => {}
    let isGone = false
    const draw = async () => {
      const { drawTrend } = await import("./draw-trend")
      if (isGone || !canvas.current) return
      erase()
      erase = drawTrend(canvas.current, JSON.parse(drawn))
    }
    const dark = window.matchMedia("(prefers-color-scheme: dark)")
    void draw()
    dark.addEventListener("change", draw)
    return () => {
      isGone = true
      dark.removeEventListener("change", draw)
      erase()
    }
  }, [drawn])
  return canvas
}

function useAlternative(item: string, points: LinePoint[]): string {
  const { t } = useTranslation("statistics-trends")
  const { long } = usePeriodWords()
  const shown = points.filter((point) => point.share !== null)
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return ""
  const special = shown.filter(isSpecial).map((point) => long(point.period))
  return t("chart.alternative", {
    item,
    from: long(first.period),
    first: percent(first.share ?? 0),
    to: long(last.period),
    last: percent(last.share ?? 0),
    count: shown.length,
    special:
      special.length === 0
        ? t("chart.special-none")
        : t("chart.special-some", { periods: special.join("、") }),
  })
}
