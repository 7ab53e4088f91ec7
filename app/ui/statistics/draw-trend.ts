/** Draws a line of shares on a canvas with Chart.js: band, limits, marked points, direct labels, vertical rules. */
import {
  CategoryScale,
  Chart,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
} from "chart.js"
import type { DrawnLine } from "./drawn-line"

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler)

type Ink = Record<"soft" | "line" | "brand" | "wash" | "seal" | "amber", string>

/** Draws, and gives back how to take it away again. */
export function drawTrend(canvas: HTMLCanvasElement, drawn: DrawnLine): () => void {
  const ink = readInk(canvas)
  const family = getComputedStyle(canvas).fontFamily
  const font = { family, size: 12 }
  const chart = new Chart(canvas, {
    type: "line",
    data: { labels: drawn.labels, datasets: datasetsOf(drawn, ink) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 26, right: 76 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: ink.soft },
          ticks: { color: ink.soft, font, maxRotation: 0, autoSkipPadding: 12 },
        },
        y: {
          min: drawn.floor,
          max: 1,
          border: { display: false },
          grid: { color: ink.line },
          ticks: {
            color: ink.soft,
            font,
            maxTicksLimit: 6,
            callback: (value) => percent(Number(value)),
          },
        },
      },
    },
    plugins: [rulesAndLabels(drawn, ink, family)],
  })
  const redraw = () => chart.resize()
  window.addEventListener("beforeprint", redraw)
  window.addEventListener("afterprint", redraw)
  return () => {
    window.removeEventListener("beforeprint", redraw)
    window.removeEventListener("afterprint", redraw)
    chart.destroy()
  }
}

const percent = (share: number) => `${Math.round(share * 100)}%`

/** The tokens as colours a canvas understands: light-dark() is resolved by asking an element, not the property. */
function readInk(element: HTMLElement): Ink {
  const probe = document.createElement("span")
  element.parentElement?.append(probe)
  const of = (token: string) => {
    probe.style.color = `var(--${token})`
    return getComputedStyle(probe).color
  }
  const ink = {
    soft: of("ink-soft"),
    line: of("line"),
    brand: of("brand"),
    wash: of("brand-wash"),
    seal: of("seal"),
    amber: of("amber"),
  }
  probe.remove()
  return ink
}

/** Order is depth: Chart.js draws the first dataset on top. A special point is a larger triangle, not only red. */
function datasetsOf(drawn: DrawnLine, ink: Ink): ChartDataset<"line", (number | null)[]>[] {
  const bare = { pointRadius: 0, borderWidth: 0, fill: false as const }
  const limit = {
    ...bare,
    borderColor: ink.soft,
    borderWidth: 1,
    borderDash: [5, 4],
    stepped: "middle" as const,
  }
  return [
    {
      data: drawn.shares,
      borderColor: ink.brand,
      borderWidth: 2.5,
      pointRadius: drawn.isSpecial.map((special) => (special ? 7 : 3)),
      pointStyle: drawn.isSpecial.map((special) => (special ? "triangle" : "circle")),
      pointBackgroundColor: drawn.isSpecial.map((special) => (special ? ink.seal : ink.brand)),
      pointBorderColor: drawn.isSpecial.map((special) => (special ? ink.seal : ink.brand)),
      clip: false,
    },
    { ...limit, data: drawn.limits.low },
    { ...limit, data: drawn.limits.high },
    { ...bare, data: drawn.limits.centre, borderColor: ink.soft, borderWidth: 1 },
    { ...bare, data: drawn.band.high },
    { ...bare, data: drawn.band.low, fill: "-1", backgroundColor: ink.wash },
  ]
}

/** What Chart.js does not draw itself: the events' vertical rules, and names beside the lines instead of a legend. */
function rulesAndLabels(drawn: DrawnLine, ink: Ink, family: string): Plugin<"line"> {
  return {
    id: "rules-and-labels",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales
      if (!x || !y) return
      ctx.save()
      ctx.textBaseline = "middle"
      const rightmost = chartArea.right + 8
      for (const event of drawn.events) {
        const at = x.getPixelForValue(event.index)
        drawRule(ctx, at, chartArea, ink.amber)
        ctx.font = `12px ${family}`
        ctx.fillStyle = ink.amber
        const width = ctx.measureText(event.label).width
        ctx.fillText(event.label, Math.min(at, chartArea.right - width), chartArea.top - 14)
      }
      for (const label of placed(drawn, (share) => y.getPixelForValue(share))) {
        ctx.font = label.isMain ? `600 15px ${family}` : `12px ${family}`
        ctx.fillStyle = label.isMain ? ink.brand : ink.soft
        ctx.fillText(label.text, rightmost, label.at)
      }
      ctx.restore()
    },
  }
}

type Area = { top: number; bottom: number }

function drawRule(ctx: CanvasRenderingContext2D, at: number, area: Area, colour: string): void {
  ctx.strokeStyle = colour
  ctx.lineWidth = 1
  ctx.setLineDash([2, 3])
  ctx.beginPath()
  ctx.moveTo(at, area.top - 6)
  ctx.lineTo(at, area.bottom)
  ctx.stroke()
  ctx.setLineDash([])
}

const LABEL_HEIGHT = 17

/** The end labels from top to bottom, pushed apart where they would lie on each other. */
function placed(drawn: DrawnLine, pixel: (share: number) => number) {
  const labels = drawn.endLabels
    .map((label) => ({ ...label, at: pixel(label.share) }))
    .sort((a, b) => a.at - b.at)
  labels.forEach((label, i) => {
    const above = labels[i - 1]
    if (above && label.at - above.at < LABEL_HEIGHT) label.at = above.at + LABEL_HEIGHT
  })
  return labels
}
