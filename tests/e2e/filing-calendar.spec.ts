import { fileURLToPath } from "node:url"
import { expect, test } from "./support/fixtures"

const sample = (name: string) =>
  fileURLToPath(new URL(`../unit/deadline/samples/${name}.csv`, import.meta.url))

test("a controller looks at the year, checks a file, and records a typhoon", async ({
  page,
  signIn,
  judge,
}, info) => {
  await signIn("zz-director")
  await page.goto("/staff/calendar?year=2026")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("辦公日曆")
  await judge()

  await page.getByRole("link", { name: "匯入辦公日曆" }).click()
  await judge()
  await page.getByLabel(/^CSV 檔/).setInputFiles(sample("2025-updated-big5"))
  await page.getByLabel(/^來源說明/).fill("人事總處 114 年（1141020 更新）")
  await page.getByRole("button", { name: "檢查檔案" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("114 年")
  await judge()

  await page.goto("/staff/calendar?year=2027")
  const day = info.project.name === "phone" ? "2027-10-05" : "2027-10-06"
  await page.getByLabel(/^日期/).fill(day)
  await page.getByText("下午停止上班").last().click()
  await page.getByRole("button", { name: "登記" }).click()
  await expect(page.getByRole("alert")).toContainText("請寫下原因")
  await judge()
  await page.getByLabel(/^原因/).fill("颱風下午停止上班")
  await page.getByLabel(/^發布機關/).fill("臺北市政府")
  await page.getByRole("button", { name: "登記" }).click()
  const row = page
    .getByRole("row")
    .filter({ has: page.locator(`time[datetime="${day}"]`) })
    .filter({ hasText: "颱風" })
  await expect(row).toBeVisible()
  await judge()
  await row.getByRole("button").click()
  await expect(row).toHaveCount(0)
})
