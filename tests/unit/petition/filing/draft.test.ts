import { describe, expect, test } from "vitest"
import {
  answersOf,
  completeDraft,
  firstOpenStep,
  keepPage,
  mayOpenStep,
} from "~/domain/petition/filing/draft"
import { draftWith, fullDraft } from "./filing-samples"

const written = { subject: "叫號太慢", content: "寫到一半" }

describe("the pages come in order", () => {
  test("a page opens when every page before it is answered", () => {
    const draft = draftWith({ content: null, contact: null })
    expect(firstOpenStep(draft)).toBe("content")
    expect(mayOpenStep(draft, "what")).toBe(true)
    expect(mayOpenStep(draft, "content")).toBe(true)
    expect(mayOpenStep(draft, "contact")).toBe(false)
    expect(mayOpenStep(draft, "check")).toBe(false)
  })

  test("a missing page sends the person back to it, the first one first", () => {
    expect(completeDraft(draftWith({ what: null, content: null }))).toMatchObject({ step: "what" })
    expect(completeDraft(draftWith({ contact: null }))).toMatchObject({ step: "contact" })
  })

  test("what was stored is checked again: a draft altered behind the form is refused", () => {
    expect(completeDraft(draftWith({ content: { subject: "", content: "有內容" } }))).toMatchObject(
      {
        ok: false,
        step: "content",
        problems: [{ code: "subject-required", field: "subject" }],
      },
    )
  })

  test("a page that was refused is not answered, also when what it holds could be read", () => {
    const problems = [{ code: "category-required", field: "categoryId" }]
    const entered = fullDraft.pages.what?.entered ?? {}
    const sent = { entered, problems, copy: "first.second", isFinished: false }
    const draft = keepPage(fullDraft, "what", sent)
    expect(answersOf(draft).what).toBeNull()
    expect(firstOpenStep(draft)).toBe("what")
  })
})

describe("what was typed is kept", () => {
  test("raw, also when it is not good yet", () => {
    const entered = { subject: "  ", content: "寫到一半" }
    const sent = { entered, problems: [], copy: "first.second", isFinished: false }
    const draft = keepPage(fullDraft, "content", sent)
    expect(draft.pages.content?.entered).toEqual(entered)
    expect(draft.pages.contact).toEqual(fullDraft.pages.contact)
  })

  const fromWindow = (copy: string, entered: Record<string, string> = written) => ({
    ...{ entered, copy, problems: [], isFinished: true },
  })

  test.each([
    ["the window that showed it", "first.second"],
    ["the same copy once more, after going back", "older.first"],
  ])("a change from %s replaces it", (_which, copy) => {
    const page = keepPage(fullDraft, "content", fromWindow(copy)).pages.content
    expect(page).toMatchObject({ entered: written, problems: [], replaced: null })
  })

  test("a change from a window that never showed it keeps both, and asks", () => {
    const draft = keepPage(fullDraft, "content", fromWindow("older.second"))
    expect(draft.pages.content).toMatchObject({
      entered: written,
      replaced: fullDraft.pages.content?.entered,
      problems: [{ code: "changed-elsewhere" }],
    })
    expect(firstOpenStep(draft)).toBe("content")
    const finished = keepPage(draft, "content", fromWindow("second.third"))
    expect(finished.pages.content).toMatchObject({ problems: [], replaced: null })
  })

  test("what the other window had stays in sight while only the language changes", () => {
    const draft = keepPage(fullDraft, "content", fromWindow("older.second"))
    const sent = { ...fromWindow("second.third"), isFinished: false }
    expect(keepPage(draft, "content", sent).pages.content?.replaced).not.toBeNull()
  })

  test("two windows that wrote the same have nothing to ask", () => {
    const same = { ...fullDraft.pages.contact?.entered, phone: "" }
    const page = keepPage(fullDraft, "contact", fromWindow("older.second", same as never)).pages
      .contact
    expect(page?.problems).toEqual([])
  })
})
