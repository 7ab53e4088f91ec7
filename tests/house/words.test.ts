import { describe, expect, test } from "vitest"
import { DEFAULT_LOCALE, LOCALES } from "~/domain/language"
import { CATALOGS } from "~/locales/catalogs"
import { CITIZEN_TOPICS, STAFF_TOPICS } from "~/locales/languages"

type Words = { [key: string]: Words | string }

const PLURALS = /_(zero|one|two|few|many|other)$/

/** Every key with its variables: "page.home {{count}}"; a language's plural forms count as one key. */
function shapeOf(words: Words, prefix = ""): string[] {
  const lines = Object.entries(words).flatMap(([key, value]) => {
    const name = prefix + key.replace(PLURALS, "")
    if (typeof value !== "string") return shapeOf(value, `${name}.`)
    const variables = [...value.matchAll(/\{\{\s*(\w+)/g)].map(([, variable]) => variable)
    return [`${name} ${[...new Set(variables)].sort().join(",")}`]
  })
  return [...new Set(lines)].sort()
}

const textsOf = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === "string" ? [value] : textsOf(value)))

const chinese: Record<string, Words> = CATALOGS[DEFAULT_LOCALE]
const others = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE)

describe.each(others)("the words in %s", (locale) => {
  const catalog: Record<string, Words> = CATALOGS[locale]

  test.each(CITIZEN_TOPICS)("have every key and variable of the Chinese %s", (topic) => {
    expect(shapeOf(catalog[topic] ?? {})).toEqual(shapeOf(chinese[topic] ?? {}))
  })
})

test("the sentences of reports have the same keys in English and Chinese", () => {
  expect(shapeOf(CATALOGS.en.statistics)).toEqual(shapeOf(CATALOGS["zh-TW"].statistics))
})

test.each([...CITIZEN_TOPICS, ...STAFF_TOPICS])(
  "the Chinese %s has words, and none is empty",
  (topic) => {
    const texts = textsOf(chinese[topic] ?? {})
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter((text) => text.trim() === "")).toEqual([])
  },
)

test("Chinese uses Taiwan's words and full-width punctuation between Chinese characters", () => {
  const foreign = /网络|網絡|信息|數據|視頻|軟件|程序員|默認|登錄|用戶|屏幕|鼠標|鏈接|打印|質量/
  const halfWidth = /[\u4e00-\u9fff][,;:!?](?=[\u4e00-\u9fff]|$)/
  const wrong = Object.values(chinese)
    .flatMap(textsOf)
    .filter((text) => foreign.test(text) || halfWidth.test(text))
  expect(wrong).toEqual([])
})
