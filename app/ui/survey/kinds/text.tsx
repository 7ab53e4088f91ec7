/** A box to write in. */
import { enteredList, problemId } from "~/ui/form/field"
import type { KindView } from "./kind-view"

export const textView: KindView<"text"> = {
  frame: "field",
  told: ({ limit }, t) => t("atMost", { limit }),
  Ask: ({ item, problem, refused }) => (
    <textarea
      id={item.key}
      name={item.key}
      className="text"
      placeholder=" "
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? problemId(item.key) : undefined}
      defaultValue={enteredList(refused, item.key).join("\n") || undefined}
    />
  ),
  Show: null,
}
