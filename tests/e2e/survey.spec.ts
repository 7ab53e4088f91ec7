/** Journey (a): a citizen answers, on an old telephone, without script, in four languages; staff see it counted. */
import type { Locale } from "../../app/domain/language"
import type { Page } from "@playwright/test"
import { expect, test } from "./support/fixtures"

const REQUIRED = ["attitude", "expertise", "speed", "waiting", "overall"]
const SEND: Record<Locale, string> = { "zh-TW": "送出", en: "Send", vi: "Gửi", id: "Kirim" }
const MOST_BYTES = 14 * 1024

const tick = (page: Page, item: string, option: string) =>
  page.locator(`input[name="${item}"][value="${option}"]`).check()
/** axe needs script; without it the width is judged. */
const fits = async (page: Page) => {
  const wanted = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wanted).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}
const RECEIPT = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/
const send = (page: Page) => page.getByRole("button", { name: "送出" }).click()

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false })

  test("a citizen answers, is asked a follow-up only after 不滿意, and gets a receipt", async ({
    page,
  }) => {
    await page.goto("/s/zz-counter")
    await expect(page.getByText("未答 題，其中必填 題")).toBeVisible() // the numbers are the style sheet's
    const followUp = page.getByRole("group", { name: "您大約等了多久？" })
    await expect(followUp).toBeHidden()
    for (const item of REQUIRED) await tick(page, item, "4")
    await expect(followUp).toBeHidden()
    await tick(page, "waiting", "2")
    await expect(followUp).toBeVisible()
    await tick(page, "waiting_long", "over30")
    await page.getByLabel("您還有其他建議嗎？").fill("<b>=1+1</b> 𠮷 😀")
    await fits(page)
    await send(page)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
    await expect(page.getByText(RECEIPT)).toBeVisible()
    await expect(page.getByRole("link", { name: "提出陳情" })).toBeVisible()
    await fits(page)
  })

  test("the back button and 送出 again give the same receipt; the next person another", async ({
    page,
  }) => {
    await page.goto("/s/sl-counter")
    for (const item of REQUIRED) await tick(page, item, "5")
    await send(page)
    const shown = page.getByText(RECEIPT)
    const receipt = (await shown.textContent()) ?? ""
    expect(page.url()).toMatch(/\/s\/sl-counter\/thanks$/)
    await page.getByRole("link", { name: "A+" }).click()
    await expect(shown, "larger text keeps the receipt on the page").toHaveText(receipt)
    await page.goBack()
    await page.goBack()
    for (const item of REQUIRED) await tick(page, item, "3")
    await send(page)
    await expect(shown).toHaveText(receipt)
    await page.getByRole("link", { name: "換另一位填寫" }).click()
    for (const item of REQUIRED) await tick(page, item, "5")
    await send(page)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
    await expect(shown).not.toHaveText(receipt)
  })

  test("what is missing is named, linked and focused; what was entered is still there", async ({
    page,
  }) => {
    await page.goto("/s/zz-counter")
    await tick(page, "attitude", "1")
    await page.getByLabel("當時發生什麼事？").fill("說明太快")
    await page.getByRole("checkbox", { name: "等候時間" }).check()
    await send(page)
    await expect(page.locator("#problems")).toBeFocused()
    await page.getByRole("link", { name: /^整體來說，今天的服務：/ }).click()
    await expect(page).toHaveURL(/#overall$/)
    await expect(page.getByRole("group", { name: /15\. 整體來說/ })).toContainText("請選一個答案")
    await expect(page.locator('input[name="attitude"][value="1"]')).toBeChecked()
    await expect(page.getByLabel("當時發生什麼事？")).toHaveValue("說明太快")
    await expect(page.getByRole("checkbox", { name: "等候時間" })).toBeChecked()
    await fits(page)
  })

  test("every language is one tap away, and a narrow page does not scroll sideways", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto("/s/dl-web")
    for (const [name, button] of [
      ["English", "Send"],
      ["Tiếng Việt", "Gửi"],
      ["Bahasa Indonesia", "Kirim"],
      ["中文", "送出"],
    ]) {
      await page.getByRole("link", { name, exact: true }).click()
      await expect(page.getByRole("button", { name: button })).toBeVisible()
      await page.getByRole("link", { name: /A\+$/ }).click()
      await fits(page)
    }
  })
})

for (const [language, button] of Object.entries(SEND)) {
  test(`the page in ${language} is at most 14 KB compressed, and axe finds nothing`, async ({
    page,
    context,
    judge,
  }) => {
    await context.addCookies([
      { name: "locale", value: language, url: process.env["PORTAL_URL"] ?? "" },
    ])
    for (const encoding of ["br", "gzip"]) {
      const response = await page.request.get("/s/zz-web", {
        headers: { "accept-encoding": encoding },
      })
      expect(response.headers()["content-encoding"]).toBe(encoding)
      expect(Number(response.headers()["content-length"])).toBeLessThan(MOST_BYTES)
    }
    await page.goto("/s/zz-web")
    await expect(page.getByRole("button", { name: button })).toBeVisible()
    await judge()
    await page.getByRole("button", { name: button }).click()
    await expect(page.locator("#problems")).toBeFocused()
    await judge()
  })
}

test("with script a draft survives a reload, and is gone once sent", async ({ page }) => {
  await page.goto("/s/sl-web")
  for (const item of REQUIRED) await tick(page, item, "4")
  await page.getByLabel("您還有其他建議嗎？").fill("寫到一半")
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1)
  await page.reload()
  await expect(page.getByLabel("您還有其他建議嗎？")).toHaveValue("寫到一半")
  await expect(page.locator('input[name="overall"][value="4"]')).toBeChecked()
  await send(page)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test("an address that is unknown says so kindly", async ({ page, judge }) => {
  const response = await page.goto("/s/nobody")
  expect(response?.status()).toBe(404)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("找不到這份問卷")
  await judge()
})
