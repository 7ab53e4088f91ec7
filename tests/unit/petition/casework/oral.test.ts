import { describe, expect, test } from "vitest"
import { decideOralPetition } from "~/domain/petition/casework/oral"
import { OralPetitionSchema } from "~/domain/petition/casework/oral.schema"
import { at, officer, person } from "./samples"
import { granted, refusal } from "../../../support/outcomes"

const typed = {
  source: "counter",
  nature: "enquiry",
  categoryId: "00000000-0000-4000-8000-000000000001",
  subject: "改名要帶什麼",
  content: "想問改名應備證件。",
  name: "林女士",
  phone: "02-2345-6789",
  readBack: "yes",
}
const category = { id: typed.categoryId, officeId: officer.officeId, confidential: false }
const made = { id: "p1", at, locale: "zh-TW" }
const problemOf = (fields: Record<string, string | undefined>) =>
  OralPetitionSchema.safeParse({ ...typed, ...fields }).error?.issues[0]?.message

describe("the form of the record (§169)", () => {
  test.each([
    ["complete", {}, undefined],
    ["of the counter without reading back", { readBack: undefined }, "read-back-required"],
    [
      "of the telephone without reading back",
      { source: "phone", readBack: undefined },
      "read-back-required",
    ],
    ["of a letter, which is not read back", { source: "letter", readBack: undefined }, undefined],
    ["without any way to be reached", { phone: "" }, "contact-required"],
    ["with an e-mail address only", { phone: "", email: "lin@example.tw" }, undefined],
    ["with half a telephone number", { phone: "2345" }, "phone-invalid"],
    ["without a name", { name: " " }, "name-required"],
    ["by a channel nobody knows", { source: "pigeon" }, "source-required"],
  ])("%s", (_, fields, code) => {
    expect(problemOf(fields)).toBe(code)
  })
})

describe("the recorded petition", () => {
  const record = OralPetitionSchema.parse(typed)

  test("keeps who wrote it down, and when it was read back", () => {
    const { pending } = granted(decideOralPetition(record, category, officer, made))
    expect(pending.oralRecord).toEqual({
      recordedById: officer.id,
      readBackAt: at.toISOString(),
      signed: false,
    })
  })

  test("a letter has no oral record", () => {
    const letter = OralPetitionSchema.parse({ ...typed, source: "letter" })
    expect(
      granted(decideOralPetition(letter, category, officer, made)).pending.oralRecord,
    ).toBeNull()
  })

  test("a report of misconduct is confidential unasked", () => {
    const report = { ...record, nature: "misconduct" as const }
    expect(granted(decideOralPetition(report, category, officer, made)).pending.confidential).toBe(
      true,
    )
  })

  test("is not written by an administrator, nor under another office's category", () => {
    expect(refusal(decideOralPetition(record, category, person("administrator"), made))).toBe(
      "not-permitted",
    )
    const foreign = { ...category, officeId: "shilin" }
    expect(refusal(decideOralPetition(record, foreign, officer, made))).toBe("category-unknown")
  })
})
