import type { Page } from "@playwright/test"
import { expect, test } from "./support/fixtures"

const REPLY =
  "您反映的等候時間，經查當日只開三個櫃檯；自本週起，週一上午增開二個櫃檯。造成久候，謹致歉意。"

/** What a citizen says at the counter is written down; gives the number and the code that are handed over. */
async function recordAtTheCounter(page: Page): Promise<{ number: string; code: string }> {
  await page.goto("/staff/petitions/new")
  await page.getByLabel("臨櫃").check()
  await page.getByLabel("行政上權益之維護").check()
  await page.getByLabel(/^類別/).selectOption({ label: "等候時間、叫號" })
  await page.getByLabel(/^主旨/).fill("上午取號等了一個半小時")
  await page.getByLabel(/^陳情內容/).fill("前面有四十多人，只開三個櫃檯。")
  await page.getByLabel(/^姓名/).fill("王小明")
  await page.getByRole("textbox", { name: /^電子郵件/ }).fill("ming@example.com")
  await page.getByLabel(/^紀錄已向陳情人朗讀/).check()
  await page.getByRole("button", { name: "登記並編號" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已登記為")
  const [number = "", code = ""] = await page.locator(".record-code").allTextContents()
  return { number, code }
}

async function assignTo(page: Page, number: string, officer: string) {
  await page.goto(`/staff/petitions/${number}/triage`)
  await page.getByLabel(/^交給誰承辦/).selectOption({ label: officer })
  await page.getByRole("button", { name: "分派案件" }).click()
  await expect(page).toHaveURL(new RegExp(`${number}$`))
}

async function draftReply(page: Page, number: string) {
  await page.goto(`/staff/petitions/${number}/reply`)
  await page.getByLabel("有理由", { exact: true }).check()
  await page.getByLabel(/^回復內容/).fill(REPLY)
  await page.getByRole("button", { name: "送請核定" }).click()
  await expect(page).toHaveURL(new RegExp(`${number}$`))
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled })

    test("an officer answers, the chief approves, the letter is written, the citizen reads it", async ({
      page,
      signIn,
      judge,
    }) => {
      test.slow()
      const look = javaScriptEnabled ? judge : () => Promise.resolve() // axe needs script
      await signIn("zz-planning")
      await look()
      const { number, code } = await recordAtTheCounter(page)
      await look()
      await page.goto(`/staff/petitions/${number}/record`)
      await look()
      await assignTo(page, number, "陳課員")

      await page.context().clearCookies()
      await signIn("zz-officer")
      await draftReply(page, number)
      await expect(page.getByText("陳核中")).toBeVisible()
      await expect(page.getByRole("link", { name: "核定回復" })).toBeHidden()

      await page.context().clearCookies()
      await signIn("zz-chief")
      await page.goto("/staff/petitions?view=approval")
      await look()
      await page.getByRole("link", { name: number }).click()
      await look()
      await page.getByRole("link", { name: "核定回復" }).click()
      await look()
      await page.getByRole("button", { name: "送出決定" }).click()
      await expect(page.getByRole("alert")).toBeVisible()
      await page.getByLabel("核准，寄出回復").check()
      await page.getByRole("button", { name: "送出決定" }).click()
      await expect(page.getByText("已回復", { exact: true })).toBeVisible()
      await page.getByRole("link", { name: "回復", exact: true }).click()
      await expect(page.getByText(REPLY)).toBeVisible()
      await look()

      await page.context().clearCookies()
      await page.goto("/petitions/follow")
      await page.getByLabel(/^案件編號/).fill(number)
      await page.getByLabel(/^查詢碼/).fill(code)
      await page.getByRole("button", { name: "查詢" }).click()
      await expect(page.getByText(REPLY)).toBeVisible()
    })
  })
}

test("a reply that says too little comes back with what was written", async ({
  page,
  signIn,
  judge,
}) => {
  await signIn("zz-planning")
  const { number } = await recordAtTheCounter(page)
  await assignTo(page, number, "陳課員")
  await page.goto(`/staff/petitions/${number}/reply`)
  await page.getByLabel("無理由", { exact: true }).check()
  await page.getByLabel(/^回復內容/).fill(REPLY)
  await page.getByRole("button", { name: "送請核定" }).click()
  await expect(page.getByRole("alert")).toContainText("請說明無理由的原因")
  await expect(page.getByLabel(/^回復內容/)).toHaveValue(REPLY)
  await judge()
})

test("every action has a page without fault", async ({ page, signIn, judge }) => {
  test.slow()
  await signIn("zz-director")
  for (const view of ["new", "waiting", "approval", "ended"]) {
    await page.goto(`/staff/petitions?view=${view}`)
    const found = await page.locator("a[data-queue-link]").first().getAttribute("href")
    await page.goto(found ?? "")
    await judge()
    const actions = await page
      .locator(".next a")
      .evaluateAll((links) => links.map((one) => one.getAttribute("href")))
    for (const action of actions) {
      await page.goto(action ?? "")
      await judge()
    }
  }
})

test("the queue is walked by keyboard", async ({ page, signIn }) => {
  await signIn("zz-director")
  await page.goto("/staff/petitions", { waitUntil: "networkidle" })
  const second = await page.locator("a[data-queue-link]").nth(1).textContent()
  await page.keyboard.press("?")
  await expect(page.getByText("j 下一件")).toBeVisible()
  await page.keyboard.press("/")
  await expect(page.getByRole("searchbox")).toBeFocused()
  await page.getByRole("searchbox").blur()
  for (const key of ["j", "j", "j", "k", "Enter"]) await page.keyboard.press(key)
  await expect(page).toHaveURL(new RegExp(`${second}$`))
})
