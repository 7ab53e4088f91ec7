/** Writes any letter of the house: a kind, its props, the petitioner's language; gives subject, HTML and plain text. */
import { render, toPlainText } from "@react-email/render"
import { isLetterKind, type LetterKind } from "~/domain/letter/letters"
import { acceptance } from "./acceptance"
import { accessCode } from "./access-code"
import { assignment } from "./assignment"
import { confirmation } from "./confirmation"
import { extension } from "./extension"
import { merge } from "./merge"
import { notProcessed } from "./not-processed"
import { reply } from "./reply"
import { supplementRequest } from "./supplement-request"
import { transfer } from "./transfer"
import { withdrawn } from "./withdrawn"
import type { LetterWriter } from "./define-letter"
import { LetterPaper } from "./letter-paper"
import { letterWords } from "./letter-words"

const LETTERS: Record<LetterKind, LetterWriter> = {
  confirmation,
  acceptance,
  "access-code": accessCode,
  assignment,
  "supplement-request": supplementRequest,
  extension,
  transfer,
  "not-processed": notProcessed,
  merge,
  reply,
  withdrawn,
}

/** A letter ready for the outbox. */
export type RenderedLetter = { subject: string; html: string; text: string }

/**
 * Renders a letter. `props` are `LetterProps<kind>`, checked here; `locale` one of the four languages, zh-TW
 * otherwise. Throws on a kind that does not exist and on props that lack a fact.
 */
export async function renderLetter(
  kind: string,
  props: unknown,
  locale: string,
): Promise<RenderedLetter> {
  if (!isLetterKind(kind)) throw new Error(`No letter is called ${kind}`)
  const words = letterWords(locale)
  const { subject, body, basics } = LETTERS[kind](props, words)
  const html = await render(
    <LetterPaper words={words} basics={basics} preview={subject}>
      {body}
    </LetterPaper>,
  )
  return { subject, html, text: toPlainText(html) }
}
