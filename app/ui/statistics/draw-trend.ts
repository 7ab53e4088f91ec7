/** Draws a line of shares on a canvas with Chart.js: band, limits, marked points, direct labels, vertical rules. */
import {
  CategoryScale,
  Chart,
  type ChartDataset,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from "chart.js"
import { rulesAndLabels } from "./draw-labels"
import type { DrawnLine } from "./drawn-line"

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler)

type Ink = Record<"soft" | "line" | "brand" | "wash" | "seal" | "amber", string>

/** Draws, for the screen and again for the printer, and gives back how to take it away again. */
export function drawTrend(canvas: HTMLCanvasElement, drawn: DrawnLine): () => void {
  let chart = chartOf(canvas, drawn)
  const drawFor = (onPaper: boolean) => () => {
    document.documentElement.classList.toggle("on-paper", onPaper)
    chart.destroy()
    chart = chartOf(canvas, drawn)
  }
  const forPaper = drawFor(true)
  const forScreen = drawFor(false)
  window.addEventListener("beforeprint", forPaper)
  window.addEventListener("afterprint", forScreen)
  return () => {
    window.removeEventListener("beforeprint", forPaper)
    window.removeEventListener("afterprint", forScreen)
    chart.destroy()
  }
}

function chartOf(canvas: HTMLCanvasElement, drawn: DrawnLine) {
  const ink = readInk(canvas)
  const family = getComputedStyle(canvas).fontFamily
  const font = { family, size: 12 }
  return new Chart(canvas, {
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
  const edge = { pointRadius: 0, borderWidth: 1, borderColor: ink.line, fill: false as const }
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
    { ...edge, data: drawn.band.high },
    { ...edge, data: drawn.band.low, fill: "-1", backgroundColor: ink.wash },
  ]
}
