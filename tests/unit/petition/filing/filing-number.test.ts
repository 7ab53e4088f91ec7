import { describe, expect, test } from "vitest"
import { calendarDate } from "~/domain/deadline/calendar-date"
import {
  groupAccessCode,
  nextNumber,
  numberPrefix,
  readAccessCode,
  readCaseNumber,
} from "~/domain/petition/filing/number"

describe("case numbers", () => {
  const prefix = numberPrefix("ZZ", calendarDate("2026-11-20"))

  test("carry the office, the ROC date and a sequence", () => {
    expect(nextNumber(prefix, null)).toBe("ZZ-1151120-00001")
    expect(nextNumber(prefix, "ZZ-1151120-00009")).toBe("ZZ-1151120-00010")
    expect(nextNumber(prefix, "ZZ-1151120-99998")).toBe("ZZ-1151120-99999")
  })

  test("a day's hundred-thousandth is not numbered wrongly but refused loudly", () => {
    expect(() => nextNumber(prefix, "ZZ-1151120-99999")).toThrow(RangeError)
  })

  test.each([
    "ZZ-1151120-00012",
    "zz-1151120-00012",
    " ZZ 1151120 00012 ",
    "ZZ115112000012",
    "ＺＺ－１１５１１２０－０００１２",
    "ZZ-ll5ll2O-OOOI2",
    "ZZ-1151120-12",
    "zz 1151120 0012",
  ])("%s is understood", (typed) => {
    expect(readCaseNumber(typed)).toBe("ZZ-1151120-00012")
  })

  test.each(["", "ZZ", "115112000012", "ZZ-1151120-0001X", "ZZ-115112-12", "ZZ115112012", "🙂"])(
    "%s cannot be a number",
    (typed) => expect(readCaseNumber(typed)).toBeNull(),
  )
})

describe("access codes", () => {
  test("are grouped for reading and read back however they are typed", () => {
    const grouped = groupAccessCode("ACDEFGHJKMNPRTW")
    expect(grouped).toBe("ACDEF-GHJKM-NPRTW")
    for (const typed of [
      grouped,
      grouped.toLowerCase(),
      "acdef ghjkm nprtw",
      "ＡＣＤＥＦ－ＧＨＪＫＭ－ＮＰＲＴＷ",
    ]) {
      expect(readAccessCode(typed)).toBe("ACDEFGHJKMNPRTW")
    }
  })
})
