/** The views of the kinds, and the parts of an item that differ from kind to kind. */
import type { ItemOf, Kind } from "~/domain/survey/kinds/kind"
import type { WordsOf } from "~/locales/i18n"
import type { ResultRow } from "~/domain/survey/results-report"
import { choiceView } from "./choice"
import type { AskProps, KindView } from "./kind-view"
import { multipleView } from "./multiple"
import { scaleView } from "./scale"
import { textView } from "./text"

const VIEWS: { [K in Kind]: KindView<K> } = {
  scale: scaleView,
  choice: choiceView,
  multiple: multipleView,
  text: textView,
}

const viewOf = <K extends Kind>(item: ItemOf<K>): KindView<K> => VIEWS[item.kind]

export const frameOf = (item: ItemOf): "field" | "group" => viewOf(item).frame

export const toldOf = (item: ItemOf, t: WordsOf<"survey">): string | null =>
  viewOf(item).told(item, t)

export function Ask<K extends Kind>(asking: AskProps<ItemOf<K>>) {
  const { Ask: AskKind } = viewOf<K>(asking.item)
  return <AskKind {...asking} />
}

export function Show({ row }: { row: ResultRow }) {
  const { Show: ShowKind } = VIEWS[row.kind]
  return ShowKind && <ShowKind row={row} />
}
