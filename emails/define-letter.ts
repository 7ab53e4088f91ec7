/** A letter is a subject and a body, written from props that are checked first: a decision that forgot one is a bug. */
import type { ReactNode } from "react"
import type { z } from "zod"
import type { LetterBasics } from "~/domain/letter/letters.schema"
import type { LetterWords } from "./letter-words"

export type WrittenLetter = { subject: string; body: ReactNode; basics: LetterBasics }
export type LetterWriter = (props: unknown, words: LetterWords) => WrittenLetter

/** Throws where the props are not those of the letter. */
export function defineLetter<Schema extends z.ZodType<LetterBasics>>(
  schema: Schema,
  write: (props: z.infer<Schema>, words: LetterWords) => { subject: string; body: ReactNode },
): LetterWriter {
  return (given, words) => {
    const props = schema.parse(given)
    return { ...write(props, words), basics: props }
  }
}
