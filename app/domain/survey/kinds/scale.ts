/** A question of satisfaction: one point of a scale of five, or 不適用. */
import { COUNTS_ONE, NOT_APPLICABLE, readOne, sumOf } from "./ticked"
import type { ItemOf, KindModule } from "./kind"

/** The points of a scale, from the best to the worst: the order is fixed, so that a series stays comparable. */
export const SCALE_POINTS = ["5", "4", "3", "2", "1"] as const
export type ScalePoint = (typeof SCALE_POINTS)[number]
/** The points that count as satisfied: 非常滿意 and 滿意. */
export const SATISFIED: readonly ScalePoint[] = ["5", "4"]

export const scale: KindModule<ItemOf<"scale">> = {
  optionKeys: pointsOf,
  optionWords(item, option, scales) {
    if (option === NOT_APPLICABLE) return item.notApplicable
    const point = SCALE_POINTS.find((candidate) => candidate === option)
    return point && scales[item.scale]?.[point]
  },
  readAnswer: (item, values) => readOne(pointsOf(item), values),
  counting: COUNTS_ONE,
  result: (_item, counts) => ({
    n: sumOf(counts, SCALE_POINTS),
    notApplicable: counts[NOT_APPLICABLE] ?? 0,
    options: [...SCALE_POINTS],
    satisfied: sumOf(counts, SATISFIED),
  }),
  /** The question, its scale, and whether it may not apply. */
  lineWording(item, scales) {
    const points = SCALE_POINTS.map((point) => scales[item.scale]?.[point]["zh-TW"])
    return [item.words["zh-TW"], ...points, item.notApplicable ? NOT_APPLICABLE : ""].join("|")
  },
  maySegment: false,
  isOwnWords: false,
  flaws: (item, scales) =>
    Object.hasOwn(scales, item.scale) ? [] : [{ message: "unknown-scale", field: "scale" }],
}

function pointsOf(item: ItemOf<"scale">): string[] {
  return item.notApplicable ? [...SCALE_POINTS, NOT_APPLICABLE] : [...SCALE_POINTS]
}
