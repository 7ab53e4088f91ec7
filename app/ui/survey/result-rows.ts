/** One item's results as the tables show them. */
import type { Kind } from "~/domain/survey/kinds/kind"
import type { Weight } from "~/domain/survey/results"

export type ResultRow = {
  key: string
  kind: Kind
  isRated: boolean
  isSegment: boolean
  name: string
  question: string
  n: number
  notApplicable: number
  weight: Weight
  spread: { option: string; name: string; count: number; share: number }[]
  satisfaction: { value: number; low: number; high: number } | null
}
