/** The rules that were weighed against each other before one was chosen. */
import { type FindingRule, LEVEL_SHIFT_RULE } from "~/domain/statistics/finding-rule"

export type Contender = { name: string; rule: FindingRule }

const varied = (name: string, change: Partial<FindingRule>): Contender => ({
  name,
  rule: { ...LEVEL_SHIFT_RULE, ...change },
})

const NO_CORRECTION = { falseDiscoveryRate: 0.999999 }

export const CONTENDERS: Contender[] = [
  varied("p < .05, month and quarter, no correction", {
    ...NO_CORRECTION,
    largestP: 0.05,
    windows: [1, 3],
  }),
  varied("three sigma on the newest month alone", { ...NO_CORRECTION, windows: [1] }),
  varied("three sigma on month, quarter, year, no correction", NO_CORRECTION),
  varied("BH at 10 % alone, without three sigma", { largestP: 1 }),
  varied("BH at 5 % and three sigma", { falseDiscoveryRate: 0.05 }),
  varied("quarter alone", { windows: [3] }),
  varied("month and quarter", { windows: [1, 3] }),
  varied("1, 2, 3, 6, 12 months", { windows: [1, 2, 3, 6, 12] }),
  varied("at least 12 baseline months", { fewestBaselineMonths: 12 }),
  varied("up to 36 baseline months", { mostBaselineMonths: 36 }),
  varied("**chosen: BH at 10 % and three sigma on month, quarter, year**", {}),
]
