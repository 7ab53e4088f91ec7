/** Rows of a form grow and shrink, with script and without, and nothing typed is lost. */
import type { Page } from "@playwright/test"
import { expect, test } from "./support/fixtures"

const work = (page: Page, number: number) => page.getByLabel(`工作內容 ${number}`, { exact: false })
const month = (page: Page, row: number, name: string) =>
  page.getByRole("group", { name: `第 ${row} 列` }).getByLabel(name, { exact: true })

/** Opens the form of a new item in the plan of next year, which is a draft in the demo. */
async function openForm(page: Page): Promise<void> {
  await page.goto("/staff/plans")
  await page
    .getByRole("link", { name: /116年度/ })
    .first()
    .click()
  await page
    .getByRole("link", { name: /增加.*項目|加.*項目/ })
    .first()
    .click()
  await expect(work(page, 1)).toBeVisible()
}

async function growAndShrink(page: Page): Promise<void> {
  await page.getByLabel("項目名稱").fill("縮短等候")
  await work(page, 1).fill("增開櫃檯")
  await month(page, 1, "2月").check()
  await page.getByRole("button", { name: "新增一列" }).click()
  await expect(page.getByRole("group", { name: "第 2 列" })).toBeFocused()
  await work(page, 2).fill("要移除的")
  await page.getByRole("button", { name: "新增一列" }).click()
  await work(page, 3).fill("檢討動線")
  await month(page, 3, "6月").check()
  await page.getByRole("button", { name: "移除第 2 列" }).click()
  await expect(page.getByRole("status")).toBeFocused()
  await expect(page.getByLabel("項目名稱")).toHaveValue("縮短等候")
  await expect(work(page, 1)).toHaveValue("增開櫃檯")
  await expect(month(page, 1, "2月")).toBeChecked()
  await expect(work(page, 2)).toHaveValue("檢討動線")
  await expect(month(page, 2, "6月")).toBeChecked()
  await expect(month(page, 2, "2月")).not.toBeChecked()
  await expect(work(page, 3)).toHaveCount(0)
}

/** Enter sends the form: it is refused for its missing owner, and no row goes. */
async function sendByEnter(page: Page): Promise<void> {
  await work(page, 2).press("Enter")
  await expect(page.getByRole("alert")).toContainText("課室")
  await expect(work(page, 2)).toHaveValue("檢討動線")
}

test("rows are added and removed while the page stays", async ({ page, signIn, judge }) => {
  await signIn("zz-planning")
  await openForm(page)
  await growAndShrink(page)
  await judge()
  await sendByEnter(page)
  await judge()
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("rows are added and removed by the form's buttons", async ({ page, signIn, judge }) => {
    await signIn("zz-planning")
    await openForm(page)
    await growAndShrink(page)
    await sendByEnter(page)
    await judge()
  })
})
