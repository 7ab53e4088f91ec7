/** The page of results: what was tried, and what it gave. */
import type { FindingRule } from "~/domain/statistics/finding-rule"
import type { Change, countCaught, countFalse } from "./simulation"
import type { Contender } from "./simulation-contenders"
import { PLAIN, type World } from "./simulation-world"

type Plan = {
  offices: number
  runs: number
  rule: FindingRule
  contenders: Contender[]
  countFalse: typeof countFalse
  countCaught: typeof countCaught
  seed: number
}

const world = (change: Partial<World>): World => ({ ...PLAIN, ...change })

type Noise = World & { rule?: Partial<FindingRule> }

const WORLDS: Noise[] = [
  PLAIN,
  world({ name: "one item only", items: 1 }),
  { ...world({ name: "one item only, without three sigma", items: 1 }), rule: { largestP: 1 } },
  world({ name: "five items", items: 5 }),
  world({ name: "100 answers a month", answersPerMonth: 100 }),
  world({ name: "1,000 answers a month", answersPerMonth: 1000 }),
  world({ name: "months between 120 and 480 answers", unevenness: 0.6 }),
  world({ name: "months vary twice as much as chance", overdispersion: 2 }),
  world({ name: "months vary four times as much as chance", overdispersion: 4 }),
  world({ name: "a season of ±1 point", season: 0.01 }),
  world({ name: "a season of ±2 points", season: 0.02 }),
  world({ name: "an item at 70 %", share: 0.7 }),
  world({ name: "an item at 99 %", share: 0.99 }),
]

type Fall = Change & { name: string; world: World }

const fall = (name: string, change: Partial<Fall>): Fall => ({
  name,
  world: PLAIN,
  by: -0.04,
  after: 24,
  items: 1,
  within: 3,
  isSlow: false,
  ...change,
})

const FALLS: Fall[] = [
  fall("4 points down after 24 months", {}),
  fall("4 points down after 12 months", { after: 12 }),
  fall("4 points down after 6 months", { after: 6 }),
  fall("4 points down in all 18 items", { items: 18 }),
  fall("4 points down, one item only", { world: world({ items: 1 }) }),
  fall("2 points down", { by: -0.02 }),
  fall("3 points down", { by: -0.03 }),
  fall("5 points down", { by: -0.05 }),
  fall("3 points up", { by: 0.03 }),
  fall("4 points down, 100 answers a month", { world: world({ answersPerMonth: 100 }) }),
  fall("4 points down, 1,000 answers a month", { world: world({ answersPerMonth: 1000 }) }),
  fall("4 points down, months vary twice as much as chance", {
    world: world({ overdispersion: 2 }),
  }),
  fall("4 points down, months vary four times as much", { world: world({ overdispersion: 4 }) }),
]

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const row = (cells: (string | number)[]): string => `| ${cells.join(" | ")} |\n`

export function describePage(plan: Plan): string {
  return [opening(plan), contenderTable(plan), noiseTable(plan), fallTable(plan), closing()].join(
    "\n",
  )
}

function opening({ rule, offices, runs, seed }: Plan): string {
  return `# What the findings rule costs and catches

Written by \`npm run simulate\` (seed ${seed}); do not edit. Offices are made up, the rule is the real one of
\`app/domain/statistics/findings.ts\`: ${rule.name}, version ${rule.version}. Windows of ${rule.windows.join(", ")} months against up to
${rule.mostBaselineMonths} months before (at least ${rule.fewestBaselineMonths}); likelihood-ratio test; Benjamini–Hochberg at ${percent(rule.falseDiscoveryRate)} over all items and
windows of a month, and p ≤ ${rule.largestP} (three sigma); a change of at least ${rule.smallestChange * 100} point; what was proposed is the new level.

Unless a line says otherwise: 18 items at 94 %, 300 answers a month. Noise: ${offices} offices of ten years each. Falls:
${runs} offices each, the first item falls for good; caught means proposed as a decline within three months (slow falls:
three tenths as many offices). The error of a share here is at most ±${(196 * Math.sqrt(0.25 / runs)).toFixed(1)} points.

Asked for: fewer than one false proposal per item in two years; a true fall of four points caught in at least 80 %.
`
}

const MEASURES: { heading: string; change: Fall; shareOfRuns: number }[] = [
  { heading: "4 points caught, 24 months before", change: fall("", {}), shareOfRuns: 1 },
  { heading: "12 months before", change: fall("", { after: 12 }), shareOfRuns: 1 },
  {
    heading: "8 points, in the first month",
    change: fall("", { by: -0.08, within: 1 }),
    shareOfRuns: 1,
  },
  {
    heading: "1.5 points a year, within two years",
    change: fall("", { by: -0.015, within: 24, isSlow: true }),
    shareOfRuns: 0.3,
  },
]

function contenderTable({ contenders, countFalse, countCaught, offices, runs }: Plan): string {
  const lines = contenders.map(({ name, rule }) => {
    const noise = countFalse(PLAIN, rule, offices)
    const caught = MEASURES.map(
      ({ change, shareOfRuns }) =>
        countCaught(PLAIN, rule, change, Math.ceil(runs * shareOfRuns)).caught,
    )
    const costs = [noise.falsePerItemAndTwoYears.toFixed(3), noise.falsePerOfficeAndYear.toFixed(2)]
    return row([name, ...costs, ...caught.map(percent)])
  })
  const headings = ["rule", "false per item and two years", "per office and year"]
  return `## Rules that were tried

${row([...headings, ...MEASURES.map((one) => one.heading)])}${row(["---", ...Array<string>(2 + MEASURES.length).fill("---:")])}${lines.join("")}`
}

function noiseTable({ countFalse, rule, offices }: Plan): string {
  const lines = WORLDS.map((one) => {
    const noise = countFalse(one, { ...rule, ...one.rule }, offices)
    return row([
      one.name,
      noise.falsePerItemAndTwoYears.toFixed(3),
      noise.falsePerOfficeAndYear.toFixed(2),
    ])
  })
  return `## The chosen rule, when nothing happens

| world | false per item and two years | false per office and year |
| --- | ---: | ---: |
${lines.join("")}`
}

function fallTable({ countCaught, rule, runs }: Plan): string {
  const lines = FALLS.map((one) => {
    const result = countCaught(one.world, rule, one, runs)
    return row([one.name, percent(result.caught), percent(result.wrongWay)])
  })
  return `## The chosen rule, when something happens

| change | caught within three months | proposed the wrong way |
| --- | ---: | ---: |
${lines.join("")}`
}

const closing = (): string => `## What it means

- What was asked for is met where 300 answer a month and twelve months or more lie before. With six months before, with
  100 answers a month, or where months vary more than chance, a fall of four points is often seen later than in three
  months: the answers do not carry it (app/domain/statistics/power.ts: 94 to 90 % needs 721 answers in each period).
- Reading every difference with p < .05 as a change costs an office nine to ten false proposals a year.
- The newest month alone misses too much. The quarter alone catches four points as well with half the false proposals,
  but sees a fall of eight points in its first month less often and slow declines less often; so month and year stay, for
  the price in the table.
- Benjamini–Hochberg alone depends on the number of items: an office that asks one question would get the share of false
  proposals meant for eighteen. Three sigma in addition makes it the same for all.
- Twelve baseline months instead of six cost nothing in the long run, but leave a new office, or one after a change of
  scale, without eyes for another half year. Findings on fewer than twelve months are marked as on trial.

Tried before with a smaller program that was not kept (60 offices, 600 falls, otherwise the chosen rule): φ from
neighbouring months, as Laney's σz, gave 1.34 false per item and two years in a season of ±2 points (chosen: about 0.29) and
caught 79.7 % after 12 months (chosen: 82.0 %). Student's t for the uncertainty of φ (20 offices, 200 falls, BH alone) caught
57 to 77 %. The plain z test was left because its lower tail at 94 % is too heavy: 0.0012 where 0.0005 is claimed, the likelihood ratio 0.0005 (every
outcome enumerated for 300 answers against 7,200).
`
