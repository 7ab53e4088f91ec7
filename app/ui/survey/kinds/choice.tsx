/** Several options, one answer. */
import { Counts } from "../result-tables"
import type { KindView } from "./kind-view"
import { Options } from "./options"

export const choiceView: KindView<"choice"> = {
  frame: "group",
  told: () => null,
  Ask: (asking) => <Options {...asking} type="radio" />,
  Show: Counts,
}
