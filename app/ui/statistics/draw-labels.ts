/** What Chart.js does not draw itself: vertical rules for events, and names beside the lines instead of a legend. */
import type { Plugin } from "chart.js"
import type { DrawnLine } from "./drawn-line"

type Ink = Record<"soft" | "brand" | "amber", string>

export function rulesAndLabels(drawn: DrawnLine, ink: Ink, family: string): Plugin<"line"> {
  return {
    id: "rules-and-labels",
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const { x, y } = scales
      if (!x || !y) return
      ctx.save()
      ctx.textBaseline = "middle"
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
        ctx.fillText(label.text, chartArea.right + 10, label.at)
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
