/** What is typed into a petition survives whatever people do: every button, Back, reload, two windows, no connection. */
import type { Page } from "@playwright/test"
import { expect, test } from "./support/fixtures"

const subject = "叫號太慢"
const story = "寫到一半，\n還沒寫完。𠮷"

async function begin(page: Page, office = "zhongzheng") {
  await page.goto(`/petitions/new?office=${office}`)
  await page.getByRole("button", { name: "開始填寫" }).click()
}

async function sayWhat(page: Page, nature = "提出建議") {
  await page.getByText(nature).click()
  await page.getByText("等候時間、叫號").click()
  await next(page)
}

const next = (page: Page) => page.getByRole("button", { name: "下一步" }).last().click()

async function half(page: Page) {
  await page.getByLabel(/^主旨/).fill(subject)
  await page.getByLabel(/^內容/).fill(story)
}

async function expectHalf(page: Page, label = /^內容/) {
  await expect(page.getByLabel(label)).toHaveValue(story)
}

async function giveTelephone(page: Page) {
  await page.getByLabel(/^真實姓名/).fill("王小明")
  await page.getByLabel(/^電話/).fill("0912345678")
  await next(page)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled })

    test("the way back, the languages and the text size keep what was typed, finished or not", async ({
      page,
      judge,
    }) => {
      await begin(page)
      await sayWhat(page)
      await page.getByLabel(/^內容/).fill(story) // the subject is still empty
      await page.getByRole("button", { name: "A+" }).click()
      await expectHalf(page)
      await expect(page.locator("html")).toHaveClass("large")
      await judge()
      await page.getByRole("button", { name: "English" }).click()
      await expectHalf(page, /^Details/)
      await expect(page.getByRole("alert")).toHaveCount(0)
      await page.getByLabel(/^Subject/).fill(subject)
      await page.getByRole("button", { name: "中文" }).click()
      await expect(page.getByLabel(/^主旨/)).toHaveValue(subject)
      await page.getByRole("button", { name: "上一步" }).click()
      await expect(page.getByRole("radio", { name: "提出建議" })).toBeChecked()
      await next(page)
      await expectHalf(page)
      await page.getByRole("button", { name: "個人資料保護說明" }).click()
      await page.goBack()
      await expectHalf(page)
    })

    test("the Enter key sends the page on, and changes no language", async ({ page }) => {
      await begin(page)
      await sayWhat(page)
      await half(page)
      await page.getByLabel(/^主旨/).press("Enter")
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("怎麼聯絡您？")
    })

    test("going back after a corrected mistake shows a page, and after sending says it was sent", async ({
      page,
      judge,
    }) => {
      await begin(page)
      await sayWhat(page)
      await page.getByLabel(/^主旨/).fill(subject)
      await page.getByLabel(/^內容/).fill("字".repeat(4_140))
      await next(page)
      await expect(page.getByRole("alert")).toContainText("內容：您寫了 4,140 字，最多 4,000 字")
      await judge()
      await half(page)
      await next(page)
      await page.goBack()
      await expectHalf(page)
      await page.goForward()
      await giveTelephone(page)
      await expect(page.locator("dl").first()).toContainText("受理機關")
      await expect(page.locator("dl").first()).toContainText("中正區戶政事務所")
      await page.getByRole("button", { name: "送出陳情" }).click()
      await expect(page.locator("main")).toContainText(story.split("\n")[0] ?? "")
      const number = await page.locator("dd.code").first().innerText()
      await page.goBack()
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        `您的陳情已經送出，編號 ${number}`,
      )
      await expect(page.getByRole("alert")).toHaveCount(0)
      await judge()
    })

    test("two windows for two offices write two petitions", async ({ page, context }) => {
      await begin(page)
      await sayWhat(page)
      await half(page)
      const other = await context.newPage()
      await begin(other, "shilin")
      await sayWhat(other)
      await other.getByLabel(/^主旨/).fill("士林的事")
      await other.getByLabel(/^內容/).fill("只和士林有關。")
      await next(other)
      await next(page)
      for (const [window, office, text] of [
        [page, "中正區", story.split("\n")[0] ?? ""],
        [other, "士林區", "只和士林有關。"],
      ] as const) {
        await giveTelephone(window)
        await expect(window.locator("dl").first()).toContainText(office)
        await expect(window.locator("main")).toContainText(text)
      }
    })

    test("two windows at one page: the second shows both texts instead of dropping one", async ({
      page,
      context,
      judge,
    }) => {
      await begin(page)
      await sayWhat(page)
      const other = await context.newPage()
      await other.goto(page.url())
      await half(page)
      await next(page)
      await other.getByLabel(/^主旨/).fill("另一個視窗")
      await other.getByLabel(/^內容/).fill("另一段")
      await next(other)
      await expect(other.getByRole("alert")).toContainText("另一個視窗改過")
      await expect(other.getByLabel(/^內容/)).toHaveValue("另一段")
      await expect(other.locator("section.notice")).toContainText("還沒寫完")
      await page.goto(other.url())
      await judge()
    })

    test("who reports a wrong is told at once that it is kept confidential", async ({
      page,
      judge,
    }) => {
      await begin(page)
      await sayWhat(page, "舉發違失")
      await expect(page.getByText("依法一律保密")).toBeVisible()
      await judge()
      await half(page)
      await next(page)
      await giveTelephone(page)
      await expect(page.getByText("沒有要求保密")).toHaveCount(0)
      await expect(page.getByText("依法一律保密")).toBeVisible()
    })

    test("the next person may throw away what was begun, and not by one slip", async ({
      page,
      judge,
    }) => {
      await begin(page)
      await sayWhat(page)
      await half(page)
      await page.getByRole("button", { name: "A+" }).click()
      await page.goto("/petitions/new")
      await judge()
      await page.getByRole("link", { name: "不要了，刪除" }).click()
      await page.getByRole("button", { name: "確定刪除" }).click()
      await expect(page.getByText("您有還沒送出的陳情")).toHaveCount(0)
    })
  })
}

test.describe("with script, besides", () => {
  test("a reload and a lost connection keep what was typed, until it was sent", async ({
    page,
    context,
  }) => {
    await begin(page)
    await sayWhat(page)
    await half(page)
    await page.reload()
    await expectHalf(page)
    await context.setOffline(true)
    await next(page)
    await expect(page.getByText("目前沒有網路")).toBeVisible()
    await context.setOffline(false)
    await page.getByLabel(/^內容/).fill(`${story}！`)
    const address = page.url()
    await page.goto("about:blank")
    await page.goto(address)
    await expect(page.getByLabel(/^內容/)).toHaveValue(`${story}！`)
    await next(page)
    await giveTelephone(page)
    await page.getByRole("button", { name: "送出陳情" }).click()
    await expect(page.getByRole("button", { name: "列印或存成 PDF" })).toBeVisible()
    const left = () => page.evaluate(() => Object.keys(sessionStorage))
    await expect.poll(left).toEqual([])
  })

  test("the characters are counted while one types", async ({ page, judge }) => {
    await begin(page)
    await sayWhat(page)
    await page.getByLabel(/^內容/).fill("𠮷\n字")
    await expect(page.locator(".meter")).toHaveText("已寫 3／4,000 字")
    await page.getByLabel(/^內容/).fill("字".repeat(4_001))
    await expect(page.getByRole("status")).toHaveText("您寫了 4,001 字，最多 4,000 字")
    await judge()
  })
})

test("the pages of writing are small, in four languages", async ({ page, request, judge }) => {
  const { gzipSync } = await import("node:zlib")
  await page.setViewportSize({ width: 320, height: 640 })
  await begin(page)
  await sayWhat(page)
  for (const language of ["English", "Tiếng Việt", "中文"]) {
    await page.getByRole("button", { name: language }).click()
    await judge()
    const cookies = await page.context().cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
    const headers = { "Accept-Encoding": "identity", cookie }
    const answer = await request.get(page.url(), { headers })
    expect(gzipSync(await answer.body()).byteLength).toBeLessThan(14 * 1024)
  }
})

test("no page has a zero where a character was cut", async ({ page, signIn }) => {
  const paths = [
    "/",
    "/privacy",
    "/petitions/new",
    "/petitions/follow",
    "/s/zz-web",
    "/s/zz-counter",
  ]
  for (const path of paths) {
    expect(await (await page.request.get(path)).text(), path).not.toContain("\u0000")
  }
  await signIn("zz-director")
  await page.goto("/staff/petitions")
  const found = await page
    .locator("a[href^='/staff/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))
  const staff = [...new Set([...found, "/staff/trends", "/staff/findings", "/staff/plans"])]
  expect(staff.length).toBeGreaterThan(20)
  for (const path of staff.slice(0, 60)) {
    expect(await (await page.request.get(path)).text(), path).not.toContain("\u0000")
  }
})
