/** How a kind of question looks: to the citizen who is asked, and to the staff who read the results. */
import type { ComponentType } from "react"
import type { Problem, RefusedForm } from "~/domain/outcome"
import type { ItemOf, Kind } from "~/domain/survey/kinds/kind"
import type { Questionnaire } from "~/domain/survey/questionnaire"
import type { Locale } from "~/domain/language"
import type { WordsOf } from "~/locales/i18n"
import type { ResultRow } from "~/domain/survey/results-report"

export type Asking = { content: Questionnaire; language: Locale; refused: RefusedForm | null }
export type AskProps<Item> = Asking & { item: Item; problem?: Problem | undefined }

export type KindView<K extends Kind> = {
  /** One control with a label, or a group of them with a legend. */
  frame: "field" | "group"
  /** What is said beside the question, besides its own hint. */
  told(item: ItemOf<K>, t: WordsOf<"survey">): string | null
  /** The controls; the first has the item's key as its id. */
  Ask: ComponentType<AskProps<ItemOf<K>>>
  /** The results of one item; null where answers are read one by one. */
  Show: ComponentType<{ row: ResultRow }> | null
}
