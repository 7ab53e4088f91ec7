/**
 * Answers: how far may a share be from the population's, when people were drawn by chance?
 * Assumes simple random sampling (times a design effect). Answers from a link or QR code chose themselves: for them there
 * is no sampling error, and asking for one does not compile.
 * Source: Cochran 1977, Sampling Techniques, 2.5–2.7, 3.2. Example: n = 1,099 → ±2.96 points; n = 1,068 → ±3.00.
 */
import { accept, type Outcome, refuse } from "../outcome"
import { checkLevel, isCount, type LevelProblem, zOfLevel } from "./interval"

/** Drawn by chance, each with a known probability: telephone numbers, every k-th visitor. */
export type ProbabilitySample = {
  design: "probability"
  n: number
  /** How many could have been drawn; absent when large against n. */
  population?: number
  /** What weighting costs (raking.ts); 1 when unweighted. */
  designEffect?: number
}

/** Whoever wanted to answer. Carries nothing from which an error could be computed but n. */
export type SelfSelectedSample = { design: "self-selected"; n: number }

export type Sample = ProbabilitySample | SelfSelectedSample

export type SampleProblem =
  | "not-a-count"
  | "no-answers"
  | "sample-exceeds-population"
  | "not-a-share"
  | "not-a-design-effect"
  | LevelProblem

export const isProbabilitySample = (sample: Sample): sample is ProbabilitySample =>
  sample.design === "probability"

/**
 * 抽樣誤差: the half-width of the interval, as a share (0.0296 = ±2.96 points), at the worst case of one half unless a
 * share is given. With the population it shrinks by √((N−n)/(N−1)).
 */
export function samplingError(
  sample: ProbabilitySample,
  { level = 0.95, share = 0.5 } = {},
): Outcome<number, SampleProblem> {
  const asked = checkLevel(level)
  if (!asked.ok) return asked
  if (!(share >= 0 && share <= 1))
    return refuse("not-a-share", { params: { share: String(share) } })
  const correction = populationCorrection(sample.n, sample.population)
  if (!correction.ok) return correction
  const designEffect = sample.designEffect ?? 1
  if (!(designEffect > 0 && Number.isFinite(designEffect))) return refuse("not-a-design-effect")
  const standardError = Math.sqrt((share * (1 - share) * designEffect) / sample.n)
  return accept(zOfLevel(level) * standardError * correction.value)
}

/** Finite population correction √((N−n)/(N−1)): 1 without a population, 0 when everybody was asked. */
export function populationCorrection(
  n: number,
  population?: number,
): Outcome<number, SampleProblem> {
  if (!isCount(n)) return refuse("not-a-count", { field: "n" })
  if (n === 0) return refuse("no-answers", { field: "n" })
  if (population === undefined) return accept(1)
  if (!isCount(population)) return refuse("not-a-count", { field: "population" })
  if (n > population) return refuse("sample-exceeds-population", { params: { n, population } })
  return accept(population === 1 ? 0 : Math.sqrt((population - n) / (population - 1)))
}

/** How many must be drawn for an error of at most `margin` (0.03 = ±3 points). Example: .03 → 1,068; of 5,000 → 880. */
export function answersForMargin(
  margin: number,
  {
    level = 0.95,
    share = 0.5,
    population,
  }: { level?: number; share?: number; population?: number } = {},
): Outcome<number, SampleProblem> {
  const asked = checkLevel(level)
  if (!asked.ok) return asked
  if (!(margin > 0 && margin < 1)) return refuse("not-a-share", { field: "margin" })
  if (!(share > 0 && share < 1)) return refuse("not-a-share", { field: "share" })
  const endless = (zOfLevel(level) ** 2 * share * (1 - share)) / margin ** 2
  if (population === undefined) return accept(Math.ceil(endless))
  if (!isCount(population) || population === 0)
    return refuse("not-a-count", { field: "population" })
  return accept(Math.ceil((endless * population) / (endless + population - 1)))
}
