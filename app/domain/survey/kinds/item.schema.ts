/** The list of kinds: a schema added here asks, by type errors, for everything else that a kind needs. */
import { z } from "zod"
import { ChoiceItemSchema } from "./choice.schema"
import { MultipleItemSchema } from "./multiple.schema"
import { ScaleItemSchema } from "./scale.schema"
import { TextItemSchema } from "./text.schema"

export const ItemSchema = z.discriminatedUnion("kind", [
  ScaleItemSchema,
  ChoiceItemSchema,
  MultipleItemSchema,
  TextItemSchema,
])
