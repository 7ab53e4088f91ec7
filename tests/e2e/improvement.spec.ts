/** Journey (d): a supervisor reads the trend, and a decline becomes an item of the office's annual plan. */
import { expect, test } from "./support/fixtures"

const isPhone = (width: number | undefined) => (width ?? 0) < 600

test("a supervisor reads the trend, and every number of the chart is in a table", async ({
  page,
  signIn,
  judge,
}) => {
  await signIn("zz-chief")
  await page.goto("/staff/trends")
  await expect(page.locator(".say")).toContainText("整體滿意度")
  await expect(page.locator(".say em.worsened")).toContainText("等候時間")
  await expect(page.getByText("非隨機樣本")).toBeVisible()
  await expect(page.getByRole("img", { name: /等候時間滿意度由.*超出一般波動/ })).toBeVisible()
  await page.getByText("看圖形背後的表格").click()
  await expect(
    page.getByRole("rowheader", { name: "115年7月" }).or(page.locator("tr.special")).first(),
  ).toBeVisible()
  await judge()
})

test("from the trend to the answers behind it", async ({ page, signIn }) => {
  await signIn("zz-chief")
  await page.goto("/staff/trends?unit=month")
  await page.getByRole("link", { name: "看這一期的填答結果與意見" }).click()
  await expect(page).toHaveURL(/\/staff\/surveys\/visit\/results\?period=\d{3}-\d{2}/)
  await expect(page.getByRole("heading", { level: 1 })).toContainText("結果")
})

test("the address keeps what was chosen", async ({ page, signIn, judge }) => {
  await signIn("zz-officer")
  await page.goto("/staff/trends")
  await page.getByRole("combobox", { name: "題項" }).selectOption({ label: "服務態度" })
  await page.getByRole("combobox", { name: "期別" }).selectOption({ label: "按月" })
  await page.getByRole("button", { name: "顯示" }).click()
  await expect(page).toHaveURL(/item=attitude/)
  await expect(page.getByRole("heading", { name: "服務態度滿意度，按月" })).toBeVisible()
  await page.reload()
  await expect(page.getByRole("combobox", { name: "期別" })).toHaveValue("month")
  await judge()
})

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false })

  test("the trend is still a sentence and a table", async ({ page, signIn }) => {
    await signIn("zz-chief")
    await page.goto("/staff/trends")
    await expect(page.locator(".say")).toContainText("等候時間")
    await page.getByText("看圖形背後的表格").click()
    await expect(page.locator("tr.special").first()).toBeVisible()
    await page.getByRole("combobox", { name: "題項" }).selectOption({ label: "公平對待" })
    await page.getByRole("button", { name: "顯示" }).click()
    await expect(page.getByRole("heading", { name: "公平對待滿意度，按月" })).toBeVisible()
  })
})

test("the 107 plan shows its matrix, 49 items and 86 rows, and says what the copy lost", async ({
  page,
  signIn,
  judge,
}) => {
  await signIn("zz-officer")
  await page.goto("/staff/plans")
  await judge()
  await page
    .getByRole("link", { name: "臺北市中正區戶政事務所107年度提升服務品質執行計畫" })
    .click()
  await expect(page.getByText("原文件的期程底色無法由文字檔還原")).toBeVisible()
  await expect(page.locator(".schedule tbody")).toHaveCount(49)
  await expect(page.locator(".schedule tbody tr")).toHaveCount(86)
  await expect(page.locator(".matrix tbody")).toHaveCount(4)
  await judge()
})

/** One after the other: each leaves the portal as the next one needs it. */
test.describe.serial("from a decline to a locked promise", () => {
  test.beforeEach(({ viewport }, testInfo) => {
    testInfo.skip(isPhone(viewport?.width), "it changes the shared portal: once, at desktop size")
  })

  test("a decline becomes a plan item that promises what will be better", async ({
    page,
    signIn,
    judge,
  }) => {
    await signIn("zz-chief")
    await page.goto("/staff/trends?item=waiting")
    await page.getByRole("link", { name: /的下降（已確認）/ }).click()
    await expect(page.getByText("凍結，不再變動")).toBeVisible()
    await judge()

    await page.getByRole("link", { name: "不列入計畫…" }).click()
    await page.getByRole("button", { name: "不列入，保留理由" }).click()
    await expect(page.getByRole("alert")).toContainText("請寫下不列入的理由")
    await judge()
    await page.getByRole("link", { name: "回到發現" }).click()

    await page.getByRole("link", { name: "列入年度執行計畫…" }).click()
    await judge()
    await page.getByLabel("項目名稱").fill("縮短尖峰時段等候時間")
    await page.getByLabel("負責課室").selectOption("戶籍登記課")
    await page.getByLabel("工作內容 1").fill("尖峰時段增開全功能櫃檯")
    await page
      .getByRole("group", { name: "預定月份" })
      .first()
      .getByLabel("1月", { exact: true })
      .check()
    await page.getByRole("button", { name: "加入計畫" }).click()
    await expect(page.getByRole("alert")).toBeVisible()
    await expect(page.getByLabel("項目名稱")).toHaveValue("縮短尖峰時段等候時間")
    await page.getByLabel("至少上升幾個百分點").fill("5")
    await page.getByLabel("檢核期間開始").fill("2027-04-01")
    await page.getByLabel("檢核期間結束").fill("2027-06-30")
    await page.getByRole("button", { name: "加入計畫" }).click()

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "第 50 項　縮短尖峰時段等候時間",
    )
    await expect(page.getByText("核定時鎖定")).toBeVisible()
    await expect(page.getByText(/檢核期間自116年4月1日開始/)).toBeVisible()
    await judge()

    await page.getByRole("link", { name: "看證據" }).click()
    await expect(page.getByRole("link", { name: /116年度計畫第 50 項/ })).toBeVisible()
    await page.getByRole("link", { name: "看同一題項、同一期的趨勢" }).click()
    await expect(page).toHaveURL(/item=waiting&unit=month&period=\d{3}-\d{2}/)
    await expect(page.getByRole("link", { name: /的下降（已列入計畫）/ })).toBeVisible()
  })

  test("the director approves, and the promise is locked", async ({ page, signIn, judge }) => {
    await signIn("zz-director")
    await page.goto("/staff/plans")
    await page.getByRole("link", { name: /116年度提升服務品質執行計畫/ }).click()
    await page.getByRole("link", { name: "主任核定…" }).click()
    await judge()
    await page.getByLabel("訂定文號").fill("116年1月4日北市正戶行字第1160000001號函訂定")
    await page.getByRole("button", { name: "核定並鎖定" }).click()
    await expect(page.getByText("項目與目標已鎖定")).toBeVisible()
    await page.getByRole("link", { name: /第 50 項/ }).click()
    await expect(page.getByText("已鎖定", { exact: true })).toBeVisible()
  })

  test("the months in which work was done are noted", async ({ page, signIn, judge }) => {
    await signIn("zz-planning")
    await page.goto("/staff/plans")
    await page.getByRole("link", { name: /107年度提升服務品質執行計畫/ }).click()
    await page.getByRole("link", { name: "107年度服務品質執行計畫" }).click()
    await judge()
    const months = page.getByRole("group", { name: "實際執行月份" }).nth(1)
    await months.getByLabel("3月", { exact: true }).check()
    const saved = page.waitForResponse((response) => response.request().method() === "POST")
    await page.getByRole("button", { name: "登記實際月份：每月檢討執行進度" }).click()
    await saved
    await page.waitForLoadState("networkidle") // the page reads itself anew after the action
    await expect(months.getByLabel("3月", { exact: true })).toBeChecked()
    await page
      .getByRole("link", { name: /107年度提升服務品質執行計畫/ })
      .first()
      .click()
    await expect(page.getByText("3月已執行")).toBeAttached()
  })
})
