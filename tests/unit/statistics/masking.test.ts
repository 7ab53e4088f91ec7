import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { findPersonal, maskPersonal, PERSONAL_KINDS } from "~/domain/statistics/masking"

const WORDS = {
  name: "〔姓名〕",
  phone: "〔電話〕",
  "id-number": "〔證號〕",
  address: "〔地址〕",
  plate: "〔車號〕",
  email: "〔信箱〕",
}
const mask = (text: string) => maskPersonal(text, WORDS)

describe("what is masked", () => {
  test.each([
    ["3號櫃檯的王小明先生很親切", "3號櫃檯的〔姓名〕先生很親切"],
    ["林小姐態度不好，陳美華課長有道歉", "〔姓名〕小姐態度不好，〔姓名〕課長有道歉"],
    ["感謝歐陽女士協助", "感謝〔姓名〕女士協助"],
    ["我叫陳大文，請回電", "我叫〔姓名〕，請回電"],
    ["Thank you Ms. Lin", "Thank you Ms. 〔姓名〕"],
    ["請打0912345678", "請打〔電話〕"],
    ["請打 0912-345-678 或 +886 912 345 678", "請打 〔電話〕 或 〔電話〕"],
    ["手機０９１２－３４５－６７８", "手機〔電話〕"],
    ["電話(02)2345-6789#123", "電話〔電話〕"],
    [
      "電話02-23456789轉5，或 04 2345 6789，或 037-123456",
      "電話〔電話〕，或 〔電話〕，或 〔電話〕",
    ],
    ["市話 2345-6789", "市話 〔電話〕"],
    [
      "身分證A123456789、居留證 A800000014、舊證AB12345678",
      "身分證〔證號〕、居留證 〔證號〕、舊證〔證號〕",
    ],
    ["證號ａ１２３４５６７８９", "證號〔證號〕"],
    ["我住在臺北市中正區忠孝東路一段108號3樓之2", "我住在〔地址〕"],
    ["住中山路二段15巷3弄8號", "住〔地址〕"],
    ["大里區東昇里5鄰12號", "〔地址〕"],
    ["車牌ABC-1234和1234-AB停太久", "車牌〔車號〕和〔車號〕停太久"],
    ["車號：ABC1234", "車號：〔車號〕"],
    ["請寄到 some.one+x@mail.example.tw 謝謝", "請寄到 〔信箱〕 謝謝"],
  ])("%s", (text, masked) => expect(mask(text)).toBe(masked))
})

describe("what is left as it is", () => {
  test.each([
    "3 號櫃檯等了 40 分鐘",
    "謝謝小姐的協助",
    "有位先生插隊",
    "1999 專線打不通，0800 也是",
    "115年11月20日下午3:05",
    "2025-2026 的表格",
    "ISO 9001 認證",
    "這條路很難停車，號碼牌也沒有了",
    "案件編號 ZZ-1151120-00012",
    "請增設 2 號出口的標示",
  ])("%s", (text) => expect(mask(text)).toBe(text))
})

test("the parts say where they are in the text that was given", () => {
  expect(findPersonal("王小明先生 0912-345-678")).toEqual([
    { kind: "name", from: 0, to: 3 },
    { kind: "phone", from: 6, to: 18 },
  ])
})

test("an empty text has nothing to mask", () => expect(findPersonal("")).toEqual([]))

describe("for any text", () => {
  const piece = fc.constantFrom(
    "王小明先生",
    "0912345678",
    "A123456789",
    "中正路1號",
    "ABC-1234",
    "a@b.tw",
    "，",
    "等",
    "3",
    "-",
    "號",
    "林",
    "小姐",
    " ",
  )
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 3, unit: "binary" })))
    .map((parts) => parts.join(""))

  test("masking twice changes nothing more, parts never overlap, and words outside them stay", () => {
    fc.assert(
      fc.property(text, (given) => {
        const parts = findPersonal(given)
        parts.forEach((part, i) => {
          expect(part.from).toBeLessThan(part.to)
          expect(part.from).toBeGreaterThanOrEqual(parts[i - 1]?.to ?? 0)
        })
        const outside = parts.reduceRight(
          (rest, { from, to }) => rest.slice(0, from) + rest.slice(to),
          given,
        )
        const masked = mask(given)
        expect(
          PERSONAL_KINDS.reduce((rest, kind) => rest.replaceAll(WORDS[kind], ""), masked),
        ).toBe(PERSONAL_KINDS.reduce((rest, kind) => rest.replaceAll(WORDS[kind], ""), outside))
        expect(maskPersonal(masked, WORDS)).toBe(masked)
      }),
      { numRuns: 1000, seed: 3 },
    )
  })

  test("a mobile number never survives, whatever stands around it", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^09\d{8}$/),
        fc.stringMatching(/^[^\d]{0,5}$/),
        (number, around) => {
          expect(mask(`${around}${number}${around}`)).not.toContain(number)
        },
      ),
      { seed: 4 },
    )
  })
})
