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
/** The optional questions wait behind one tap. */
const openMore = (page: Page) => page.getByText(/^再多答幾題/).click()
const send = (page: Page) => page.getByRole("button", { name: "送出" }).click()

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false })

  test("a citizen answers, is asked a follow-up only after 不滿意, and gets a receipt", async ({
    page,
  }) => {
    await page.goto("/s/zz-counter")
    await expect(page.getByText("必填還有 題")).toBeVisible() // the numbers are the style sheet's
    const followUp = page.getByRole("group", { name: "您大約等了多久？" })
    await expect(followUp).toBeHidden()
    for (const item of REQUIRED) await tick(page, item, "4")
    await expect(followUp).toBeHidden()
    await tick(page, "waiting", "2")
    await expect(followUp).toBeVisible()
    await tick(page, "waiting_long", "over30")
    await openMore(page)
    await page.getByLabel("您還有其他建議嗎？").fill("<b>=1+1</b> 𠮷 😀")
    await fits(page)
    await send(page)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
    await expect(page.getByText(RECEIPT)).toBeVisible()
    await expect(page.getByRole("link", { name: "提出陳情" })).toBeVisible()
    await fits(page)
  })

  test("送出 pressed twice is one response; other answers after Back are told apart, and nothing is lost", async ({
    page,
  }) => {
    await page.goto("/s/sl-counter")
    for (const item of REQUIRED) await tick(page, item, "5")
    // each answer opens in a tab of its own, so that the form stays as a browser keeps it for Back
    await page.locator("form.a").evaluate((form) => form.setAttribute("target", "_blank"))
    const sentInTab = async () => {
      const opened = page.context().waitForEvent("page")
      await send(page)
      const tab = await opened
      await tab.waitForURL(/\/thanks$/)
      return (await tab.getByText(RECEIPT).textContent()) ?? ""
    }
    const receipt = await sentInTab()
    expect(await sentInTab()).toBe(receipt)
    await tick(page, "overall", "2")
    await page.locator("form.a").evaluate((form) => form.removeAttribute("target"))
    await send(page)
    await expect(page.locator("#problems")).toContainText("這份表單已經送出過一次")
    await expect(page).toHaveTitle(/^錯誤：/)
    await expect(page.locator('input[name="overall"][value="2"]')).toBeChecked()
    await fits(page)
    await page.getByRole("button", { name: "當成另一份送出" }).click()
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
    await expect(page.getByText(RECEIPT)).not.toHaveText(receipt)
  })

  test("whoever opens the same address next has a form and a receipt of their own", async ({
    page,
  }) => {
    const receipts = new Set<string>()
    for (const answer of ["5", "3", "5"]) {
      await page.goto("/s/sl-counter") // the code is scanned again
      for (const item of REQUIRED) await tick(page, item, answer)
      await send(page)
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
      receipts.add((await page.getByText(RECEIPT).textContent()) ?? "")
    }
    await page.getByRole("link", { name: "換另一位填寫" }).click()
    for (const item of REQUIRED) await tick(page, item, "5")
    await send(page)
    receipts.add((await page.getByText(RECEIPT).textContent()) ?? "")
    expect(receipts.size).toBe(4)
    const [last = ""] = [...receipts].slice(-1)
    await page.getByRole("link", { name: "A+" }).click()
    await expect(page.getByText(RECEIPT), "larger text keeps the receipt on the page").toHaveText(
      last,
    )
    await page.goBack()
    await page.goBack()
    await expect(page.locator("form.a")).toBeVisible()
    await expect(page.locator("input:checked"), "a new form is never filled in").toHaveCount(0)
  })

  test("an address typed in capitals leads to the questionnaire", async ({ page }) => {
    await page.goto("/S/ZZ-COUNTER")
    await expect(page).toHaveURL(/\/s\/zz-counter$/)
  })

  test("what is missing is named, linked and focused; what was entered is still there", async ({
    page,
  }) => {
    await page.goto("/s/zz-counter")
    await tick(page, "attitude", "1")
    await page.getByLabel("當時發生什麼事？").fill("說明太快")
    await openMore(page)
    await page.getByRole("checkbox", { name: "等候時間" }).check()
    await send(page)
    await expect(page.locator("#problems")).toBeFocused()
    await page.getByRole("link", { name: /^整體來說，今天的服務：/ }).click()
    await expect(page).toHaveURL(/#i-overall$/)
    const question = page.getByRole("group", { name: /整體來說，今天的服務/ })
    await expect(question).toContainText("請選一個答案")
    const [box, bar] = [await question.boundingBox(), await page.locator(".b").boundingBox()]
    expect(box?.y, "question and message are in view").toBeGreaterThanOrEqual(0)
    expect((box?.y ?? 0) + 160).toBeLessThan(bar?.y ?? 0)
    await expect(page).toHaveTitle(/^錯誤：/)
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
  await openMore(page)
  await page.getByLabel("您還有其他建議嗎？").fill("寫到一半")
  const draft = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  await expect.poll(draft).toContain("寫到一半")
  await page.reload()
  await expect(page.getByLabel("您還有其他建議嗎？")).toHaveValue("寫到一半")
  await expect(page.locator('input[name="overall"][value="4"]')).toBeChecked()
  await send(page)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test("from home a citizen finds an open questionnaire, or types the poster's code", async ({
  page,
  judge,
}) => {
  await page.goto("/")
  await expect(page.getByRole("heading", { name: "臺北市中正區戶政事務所" })).toBeVisible()
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "同仁登入" })).toBeVisible()
  await page.getByLabel(/告示上的短碼/).fill("nobody")
  await page.getByRole("button", { name: "開始填寫" }).click()
  await expect(page.getByText(/^沒有這個短碼/).first()).toBeVisible()
  await expect(page).toHaveTitle(/^錯誤：/)
  await judge()
  await page.getByLabel(/告示上的短碼/).fill(" ZZ-Counter ")
  await page.getByRole("button", { name: "開始填寫" }).click()
  await expect(page).toHaveURL(/\/s\/zz-counter$/)
  await page.goto("/")
  await page.getByRole("link", { name: "填寫臺北市士林區戶政事務所的滿意度問卷" }).click()
  await expect(page).toHaveURL(/\/s\/sl-web$/)
})

test("a page that is not found keeps the languages and the way to a telephone", async ({
  page,
}) => {
  await page.goto("/no-such-page")
  await page.getByRole("link", { name: "English" }).click()
  await page.getByRole("link", { name: "Telephones and addresses of the offices" }).click()
  await expect(page.getByRole("link", { name: "1999" }).first()).toBeVisible()
})

test("an address that is unknown says so kindly", async ({ page, judge }) => {
  const response = await page.goto("/s/nobody")
  expect(response?.status()).toBe(404)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("找不到這份問卷")
  await judge()
})

test("a follow-up opens in view, and the keyboard never leads below the bar", async ({ page }) => {
  await page.goto("/s/zz-counter")
  await openMore(page)
  await tick(page, "attitude", "1")
  const followUp = page.getByLabel("當時發生什麼事？")
  await expect(followUp).toBeInViewport({ ratio: 1 })
  const hidden: string[] = []
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab")
    const name = await page.evaluate(() => {
      const focused = document.activeElement
      const bar = document.querySelector(".b")
      if (!focused || !bar || bar.contains(focused) || focused === document.body) return null
      const isBelow = focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top
      return isBelow && document.querySelector("form")?.contains(focused) ? focused.id : null
    })
    if (name) hidden.push(name)
  }
  expect(hidden).toEqual([])
})

test.describe("on a tablet", () => {
  for (const javaScriptEnabled of [true, false])
    test.describe(`with script ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ javaScriptEnabled })

      test("Back shows nothing of the person before", async ({ page }) => {
        await page.goto("/s/zz-hall")
        for (const item of REQUIRED) await tick(page, item, "5")
        await openMore(page)
        await page.getByLabel("您還有其他建議嗎？").fill("我的秘密意見")
        await send(page)
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("謝謝您，已經收到")
        await page.goBack()
        await expect(page.getByLabel("您還有其他建議嗎？")).toHaveValue("")
        await expect(page.locator("input:checked")).toHaveCount(0)
      })
    })

  test("the thanks say when they make room, and can be stopped", async ({ page, judge }) => {
    await page.clock.install()
    await page.goto("/s/zz-hall")
    for (const item of REQUIRED) await tick(page, item, "4")
    await send(page)
    const notice = page.locator("#back-to-start")
    await expect(notice).toContainText("60 秒後回到開頭")
    await judge()
    await page.clock.runFor(5_000)
    await expect(notice).toContainText(/5\d 秒後回到開頭/)
    await page.getByRole("button", { name: "再看一下" }).click()
    await expect(notice).toBeHidden()
    await page.clock.runFor(120_000)
    await expect(page).toHaveURL(/thanks/)
    await page.reload()
    await page.clock.runFor(61_000)
    await expect(page).toHaveURL(/\/s\/zz-hall$/)
  })
})
