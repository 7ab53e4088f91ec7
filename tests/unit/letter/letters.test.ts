import { describe, expect, test } from "vitest"
import { LOCALES } from "~/domain/language"
import { LETTER_KINDS } from "~/domain/letter/letters"
import { renderLetter } from "#emails/render-letter"
import { LETTER_SAMPLES } from "#emails/samples"

const samples = Object.entries(LETTER_SAMPLES)
const everyLetter = samples.flatMap(([kind, props]) =>
  LOCALES.map((locale) => ({ kind, props, locale })),
)

describe("every letter in every language", () => {
  test("has a sample", () => {
    expect(samples.map(([kind]) => kind).toSorted()).toEqual(LETTER_KINDS.toSorted())
  })

  test.each(everyLetter)(
    "$kind in $locale has its words, the office and its telephone",
    async ({ kind, props, locale }) => {
      const letter = await renderLetter(kind, props, locale)
      const officeName = locale === "zh-TW" ? props.office.name : props.office.nameEn
      for (const part of [letter.html, letter.text]) {
        expect(part).toContain(officeName)
        expect(part).toContain(props.office.phone)
      }
      for (const part of Object.values(letter)) {
        expect(part).not.toMatch(
          /\{\{|\bundefined\b|\[object|\b(?:body|subject|grounds|remedies)\.\w+/,
        )
      }
      expect(letter.subject).not.toContain("\n")
      expect(letter.html.length).toBeLessThan(100_000) // Gmail cuts longer letters off
    },
  )

  test.each(everyLetter.filter(({ kind }) => kind !== "confirmation"))(
    "$kind in $locale escapes a hostile name and subject",
    async ({ kind, props, locale }) => {
      const { html, text } = await renderLetter(kind, props, locale)
      expect(html).not.toMatch(/<script|<b>/)
      expect(text).toContain("<script>") // plain text is the person's text, as typed
    },
  )
})

describe("single letters", () => {
  test("the acceptance carries number, access code and the day in words", async () => {
    const { text } = await renderLetter("acceptance", LETTER_SAMPLES.acceptance, "zh-TW")
    expect(text).toContain("ZZ-1151120-00012")
    expect(text).toContain("ACDEF-GHJKM-NPRTW")
    expect(text).toContain("115年11月30日（一）")
  })

  test("the confirmation names the hour until which it can be confirmed", async () => {
    const { html, text } = await renderLetter("confirmation", LETTER_SAMPLES.confirmation, "zh-TW")
    expect(html).toContain("https://minyi.example.gov.tw/petitions/confirm/sample-token")
    expect(text).toContain("115年11月23日（一）下午3:05")
  })

  test.each(LOCALES)(
    "the confirmation carries no word of who wrote the petition, in %s",
    async (locale) => {
      const strangers = { petitionerName: "evil.example", subject: "https://evil.example/prize" }
      const given = { ...LETTER_SAMPLES.confirmation, ...strangers }
      await expect(renderLetter("confirmation", given, locale)).rejects.toThrow("petitionerName")
      const { subject, text } = await renderLetter(
        "confirmation",
        LETTER_SAMPLES.confirmation,
        locale,
      )
      expect(subject).not.toContain(LETTER_SAMPLES.acceptance.subject)
      expect(text).not.toContain("script")
      expect(text.match(/https?:\S+/g)).toEqual([LETTER_SAMPLES.confirmation.confirmUrl])
    },
  )

  test("the reply names every remedy, and none where there is none", async () => {
    const withRemedies = await renderLetter("reply", LETTER_SAMPLES.reply, "zh-TW")
    expect(withRemedies.text).toMatch(/訴願法[\s\S]*法院[\s\S]*國家賠償法/)
    const without = await renderLetter("reply", { ...LETTER_SAMPLES.reply, remedies: [] }, "zh-TW")
    expect(without.text).not.toContain("訴願")
  })

  test("a letter without the portal's address has no link", async () => {
    const { html } = await renderLetter("merge", { ...LETTER_SAMPLES.merge, siteUrl: "" }, "zh-TW")
    expect(html).not.toContain("href")
  })

  test("a link that is not one of the web is left out", async () => {
    const hostile = { ...LETTER_SAMPLES.confirmation, confirmUrl: "javascript:alert(1)" }
    expect((await renderLetter("confirmation", hostile, "zh-TW")).html).not.toContain("javascript:")
  })

  test("an unknown language reads as Chinese", async () => {
    expect((await renderLetter("withdrawn", LETTER_SAMPLES.withdrawn, "fr")).subject).toContain(
      "已撤回",
    )
  })

  test("a missing fact or an unknown kind is a bug, and throws", async () => {
    await expect(
      renderLetter("merge", { ...LETTER_SAMPLES.merge, mainNumber: undefined }, "en"),
    ).rejects.toThrow()
    await expect(renderLetter("toString", {}, "en")).rejects.toThrow("No letter is called")
  })
})
