/** Five points from the best to the worst, coloured by the style sheet. */
import { ScaleTable } from "../result-tables"
import type { KindView } from "./kind-view"
import { Options } from "./options"

export const scaleView: KindView<"scale"> = {
  frame: "group",
  told: () => null,
  Ask: (asking) => <Options {...asking} type="radio" className="c" />,
  Show: ({ row }) => <ScaleTable rows={[row]} />,
}
