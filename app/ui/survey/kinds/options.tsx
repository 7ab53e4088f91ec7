/** Large rows to tap: what the kinds with options share. */
import type { Item } from "~/domain/survey/questionnaire"
import { optionKeys, optionWords } from "~/domain/survey/kinds/kinds"
import { NOT_APPLICABLE } from "~/domain/survey/kinds/ticked"
import { wordsIn } from "~/domain/words"
import { enteredList } from "~/ui/form/field"
import type { AskProps } from "./kind-view"

type Props = AskProps<Item> & { type: "radio" | "checkbox"; className?: string }

export function Options({ item, content, language, refused, type, className }: Props) {
  const entered = enteredList(refused, item.key)
  return (
    <div className={className}>
      {optionKeys(item).map((option, index) => (
        <label key={option} className={option === NOT_APPLICABLE ? "opt na" : "opt"}>
          <input
            id={index === 0 ? item.key : undefined}
            type={type}
            name={item.key}
            value={option}
            defaultChecked={entered.includes(option)}
          />
          {wordsIn(optionWords(content, item, option), language)}
        </label>
      ))}
    </div>
  )
}
