import { expect, test } from "vitest"
import { csvFile, csvOf } from "~/server/tools/exports.server"

test("a table as CSV has a mark for spreadsheets, CRLF and quoted commas", () => {
  const table = {
    columns: ["題項", "滿意度"],
    rows: [
      ["等候, 時間", 0.85],
      ['他說「"好"」', null],
    ],
  }
  expect(csvOf(table)).toBe('\uFEFF題項,滿意度\r\n"等候, 時間",0.85\r\n"他說「""好""」",\r\n')
})

test.each(["=1+1", "+1", "-1x", "@SUM(A1)", "\tx"])("the text %j is no formula", (text) => {
  expect(csvOf({ columns: ["x"], rows: [[text]] })).toBe(`\uFEFFx\r\n'${text}\r\n`)
})

test("a negative number stays a number, also in a heading's column", () => {
  expect(csvOf({ columns: ["=x"], rows: [[-0.065]] })).toBe("\uFEFF'=x\r\n-0.065\r\n")
})

test("the file's name is in the reader's language, and nothing keeps it", () => {
  const { headers } = csvFile("滿意度趨勢115-Q3", { columns: [], rows: [] })
  expect(headers.get("Content-Disposition")).toContain(
    `filename*=UTF-8''${encodeURIComponent("滿意度趨勢115-Q3")}.csv`,
  )
  expect(headers.get("Cache-Control")).toBe("no-store")
})
