/**
 * How often do proposals come from noise, and how soon is a true fall proposed? Made-up offices, judged by the real rule.
 * npm run simulate            1,000 falls and 100 offices of ten years per line, about four minutes; writes SIMULATION.md
 * npm run simulate -- 0.1     a tenth of it, printed only
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { findFindings } from "~/domain/statistics/findings"
import { type FindingRule, LEVEL_SHIFT_RULE } from "~/domain/statistics/finding-rule"
import { seededRandom } from "~/domain/statistics/seeded-random"
import { CONTENDERS } from "./simulation-contenders"
import { describePage } from "./simulation-page"
import { makeOffice, type World } from "./simulation-world"

const YEARS = 10
const SEED = 1151120

export type NoiseResult = { falsePerItemAndTwoYears: number; falsePerOfficeAndYear: number }
export type FallResult = { caught: number; wrongWay: number }

/** Ten years in which nothing happens. */
export function countFalse(world: World, rule: FindingRule, offices: number): NoiseResult {
  const random = seededRandom(SEED)
  let signals = 0
  for (let office = 0; office < offices; office++) {
    signals += proposals(
      makeOffice(world, YEARS * 12, () => 0, random),
      rule,
    ).length
  }
  const itemYears = offices * world.items * YEARS
  return {
    falsePerItemAndTwoYears: (signals / itemYears) * 2,
    falsePerOfficeAndYear: signals / offices / YEARS,
  }
}

export type Change = {
  /** Added to the share for good, from `after` months on; by the year when `isSlow`. */
  by: number
  after: number
  items: number
  /** Months in which it must be proposed. */
  within: number
  isSlow: boolean
}

/** After some quiet months the first items fall (or rise): proposed in time? */
export function countCaught(
  world: World,
  rule: FindingRule,
  change: Change,
  runs: number,
): FallResult {
  const random = seededRandom(SEED + 1)
  const wanted = change.by < 0 ? "decline" : "improvement"
  let caught = 0
  let wrongWay = 0
  for (let run = 0; run < runs; run++) {
    const office = makeOffice(world, change.after + change.within, shiftOf(change), random)
    const first = office[0]
    const start = first?.points[change.after]?.period ?? ""
    const seen = proposals(office, rule).filter(
      (one) => one.item === first?.item && one.seenIn >= start,
    )
    if (seen.some((one) => one.direction === wanted)) caught += 1
    if (seen.some((one) => one.direction !== wanted)) wrongWay += 1
  }
  return { caught: caught / runs, wrongWay: wrongWay / runs }
}

const shiftOf = (change: Change) => (item: number, month: number) => {
  if (item >= change.items || month < change.after) return 0
  return change.isSlow ? (change.by * (month - change.after + 1)) / 12 : change.by
}

function proposals(office: Parameters<typeof findFindings>[0], rule: FindingRule) {
  const report = findFindings(office, rule)
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
  return report.value.findings
}

const scale = Number(process.argv[2] ?? 1)
const page = describePage({
  offices: Math.max(2, Math.round(100 * scale)),
  runs: Math.max(10, Math.round(1000 * scale)),
  rule: LEVEL_SHIFT_RULE,
  contenders: CONTENDERS,
  countFalse,
  countCaught,
  seed: SEED,
})
process.stdout.write(page)
if (scale === 1) writeFileSync(join(import.meta.dirname, "SIMULATION.md"), page)
