import { describe, expect, test } from "vitest"
import { completeDraft, type FilingDraft } from "~/domain/petition/filing/draft"
import { CONTENT_LENGTH, decideFiling, SUBJECT_LENGTH } from "~/domain/petition/filing/filing"
import { STEP_SCHEMAS } from "~/domain/petition/filing/filing.schema"
import { CATEGORY, draftWith, fullDraft, SENT_AT } from "./filing-samples"

const made = {
  id: "0198f000-0000-7000-8000-00000000000a",
  at: SENT_AT,
  locale: "zh-TW",
  writesByEmail: true,
}
const contentOf = (entered: unknown) => STEP_SCHEMAS.content.safeParse(entered)
const codesOf = (result: { error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map((i) => i.message)

function complete(draft: FilingDraft) {
  const outcome = completeDraft(draft)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

describe("what may be written", () => {
  test.each([
    [CONTENT_LENGTH - 1, true],
    [CONTENT_LENGTH, true],
    [CONTENT_LENGTH + 1, false],
  ])("%i characters, four-byte ones counted as one: accepted is %s", (length, accepted) => {
    expect(contentOf({ subject: "字", content: "𠮷".repeat(length) }).success).toBe(accepted)
  })

  test("a subject of one character too many is refused, and it is said how long it is", () => {
    const refused = contentOf({ subject: "𠮷".repeat(SUBJECT_LENGTH + 1), content: "x" })
    expect(refused.error?.issues).toMatchObject([
      { message: "subject-too-long", path: ["subject"], params: { max: 100, count: 101 } },
    ])
  })

  test("a line end counts once, however the browser sends it", () => {
    const lines = Array.from({ length: CONTENT_LENGTH / 2 }, () => "x").join("\r\n")
    expect(contentOf({ subject: "x", content: lines }).data?.content).toHaveLength(
      CONTENT_LENGTH - 1,
    )
  })

  test.each([
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "＝1+1",
    "'; DROP TABLE petitions; --",
    "👨‍👩‍👧",
  ])("%s is accepted as the text it is", (text) => {
    expect(contentOf({ subject: text, content: text }).data).toMatchObject({
      subject: text,
      content: text,
    })
  })

  test("characters that no database or reader can carry are taken out", () => {
    expect(contentOf({ subject: "a\u0000b\u202ec", content: "x\u0007y" }).data).toMatchObject({
      subject: "abc",
      content: "xy",
    })
  })

  test.each([
    [{}, ["subject-required", "content-required"]],
    [{ subject: " \n ", content: "\t" }, ["subject-required", "content-required"]],
    [{ subject: ["a", "b"], content: 7 }, ["subject-required", "content-required"]],
  ])("%j is refused in words about what is missing", (entered, codes) => {
    expect(codesOf(contentOf(entered))).toEqual(codes)
  })

  test("a field that was not asked is refused", () => {
    expect(contentOf({ subject: "a", content: "b", status: "closed" }).success).toBe(false)
  })
})

describe("how to be reached", () => {
  const contact = (entered: object) =>
    STEP_SCHEMAS.contact.safeParse({ name: "王小明", ...entered })

  test.each([
    { email: "a@example.tw" },
    { phone: "02-2345-6789 分機 12" },
    { address: "臺北市中正區…" },
  ])("%j alone is enough", (entered) => expect(contact(entered).success).toBe(true))

  test("none at all is refused at the first of the fields", () => {
    expect(contact({ email: "", phone: " ", address: "" }).error?.issues).toMatchObject([
      { message: "contact-required", path: ["email"] },
    ])
  })

  test("a full-width address and number are understood", () => {
    expect(contact({ email: "ａ＠example.tw", phone: "０９１２３４５６７８" }).data).toMatchObject({
      email: "a@example.tw",
      phone: "0912345678",
    })
  })

  test.each([
    [{ email: "not an address" }, "email-invalid"],
    [{ email: "a@b\r\nBcc: everybody@example.tw" }, "email-invalid"],
    [{ phone: "123456" }, "phone-invalid"],
    [{ phone: "call me maybe 1234567" }, "phone-invalid"],
    [{ phone: "0912345678", name: "" }, "name-required"],
    [{ phone: "0912345678", name: "名".repeat(51) }, "name-too-long"],
    [{ address: "路".repeat(201) }, "address-too-long"],
  ])("%j is refused: %s", (entered, code) => {
    expect(codesOf(contact(entered))).toContain(code)
  })
})

describe("what a complete draft becomes", () => {
  test("with an e-mail address it waits for the confirmation", () => {
    expect(decideFiling(complete(fullDraft), CATEGORY, made)).toMatchObject({
      ok: true,
      value: { mustConfirm: true, petition: { status: "pending_confirmation", source: "web" } },
    })
  })

  test("with a telephone number only there is nothing to confirm", () => {
    const contact = { name: "王小明", phone: "0912345678" }
    expect(decideFiling(complete(draftWith({ contact })), CATEGORY, made)).toMatchObject({
      value: { mustConfirm: false },
    })
  })

  test("where the office sends no e-mail there is nothing to confirm either", () => {
    const byPost = { ...made, writesByEmail: false }
    expect(decideFiling(complete(fullDraft), CATEGORY, byPost)).toMatchObject({
      value: { mustConfirm: false },
    })
  })

  test.each([
    [false, false, "suggestion", false],
    [true, false, "suggestion", true],
    [false, true, "suggestion", true],
    [false, false, "misconduct", true],
  ] as const)(
    "wish %s, category %s, %s: confidential is %s",
    (wish, category, nature, confidential) => {
      const draft = draftWith({
        what: { nature, categoryId: CATEGORY.id },
        content: { subject: "a", content: "b", ...(wish ? { confidential: "yes" } : {}) },
      })
      const outcome = decideFiling(complete(draft), { ...CATEGORY, confidential: category }, made)
      expect(outcome.ok && outcome.value.petition.confidential).toBe(confidential)
    },
  )

  test("a category of another office is refused", () => {
    const outcome = decideFiling(complete(fullDraft), { ...CATEGORY, officeId: "YY" }, made)
    expect(outcome).toEqual({
      ok: false,
      problems: [{ code: "category-required", field: "categoryId" }],
    })
  })
})
