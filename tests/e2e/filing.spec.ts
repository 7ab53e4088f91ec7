import type { Page } from "@playwright/test"
import { expect, test } from "./support/fixtures"

const subject = "叫號太慢 <b>週五下午</b>"

async function begin(page: Page) {
  await page.goto("/petitions/new?office=zhongzheng")
  await page.getByRole("button", { name: "開始填寫" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("您想反映什麼？")
}

async function sayWhat(page: Page) {
  await page.getByText("提出建議").click()
  await page.getByText("等候時間、叫號").click()
  await page.getByRole("button", { name: "下一步" }).click()
}

async function tell(page: Page) {
  await page.getByLabel(/^主旨/).fill(subject)
  await page.getByLabel(/^內容/).fill("等了五十分鐘。\n=1+1 𠮷")
  await page.getByRole("button", { name: "下一步" }).click()
}

async function giveTelephone(page: Page) {
  await page.getByLabel(/^真實姓名/).fill("王小明")
  await page.getByLabel(/^電話/).fill("０９１２３４５６７８")
  await page.getByRole("button", { name: "下一步" }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled })

    test("a citizen writes by telephone number, follows the case and withdraws it", async ({
      page,
      judge,
    }) => {
      await begin(page)
      await judge()
      await sayWhat(page)
      await page.getByText("個人資料告知事項").click()
      await expect(page.getByText("個人資料保護法第 3 條")).toBeVisible()
      await judge()
      await tell(page)
      await judge()
      await giveTelephone(page)
      await expect(page.getByText(subject)).toBeVisible()
      await judge()
      await page.getByRole("button", { name: "送出陳情" }).click()
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("已受理您的陳情")
      await judge()
      const [number = "", code = ""] = await page.locator("dd.code").allTextContents()

      await page.goto("/petitions/follow")
      await page.getByLabel(/^案件編號/).fill(number.toLowerCase())
      await page.getByLabel(/^查詢碼/).fill("AAAAA-AAAAA-AAAAA")
      await page.getByRole("button", { name: "查詢" }).click()
      await expect(page.getByRole("alert")).toContainText("查不到符合的案件")
      await expect(page.getByLabel(/^案件編號/)).toHaveValue(number.toLowerCase())
      await page.getByLabel(/^查詢碼/).fill(code.replaceAll("-", " "))
      await page.getByRole("button", { name: "查詢" }).click()
      await expect(page.getByRole("heading", { level: 1 })).toContainText(number)
      await page.goBack()
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("查詢陳情進度")
      await page.goForward()
      await page.locator("summary").click()
      await expect(page.getByRole("cell", { name: "第 6 日" })).toBeVisible()
      await judge()

      await page.getByRole("link", { name: "撤回陳情" }).click()
      await judge()
      await page.getByRole("button", { name: "確定撤回" }).click()
      await expect(page.locator(".state")).toContainText("已撤回")
      await page.getByRole("button", { name: "離開這個案件" }).click()
      await page.goto("/petitions/case")
      await expect(page).toHaveURL(/petitions\/follow$/)
    })

    test("bad input is told next to its field, and nothing typed is lost", async ({
      page,
      judge,
    }) => {
      await begin(page)
      await page.getByRole("button", { name: "下一步" }).click()
      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2)
      await judge()
      await sayWhat(page)
      await page.getByLabel(/^主旨/).fill("字".repeat(101))
      await page.getByLabel(/^內容/).fill("內容還在")
      await page.getByRole("button", { name: "下一步" }).click()
      await expect(page.getByRole("alert")).toContainText("主旨：您寫了 101 字，最多 100 字")
      await expect(page.getByLabel(/^內容/)).toHaveValue("內容還在")
      await judge()
      await tell(page)
      await page.getByLabel(/^真實姓名/).fill("王小明")
      await page.getByRole("button", { name: "下一步" }).click()
      await expect(page.getByRole("alert")).toContainText("至少填一項")
      await judge()
      await page.goto("/petitions/new/check")
      await expect(page).toHaveURL(/contact\?draft=/)
    })
  })
}

test("a citizen with an e-mail address confirms from the letter, twice", async ({
  page,
  signIn,
  judge,
}) => {
  await begin(page)
  await sayWhat(page)
  await tell(page)
  await page.getByLabel(/^真實姓名/).fill("王小明")
  await page.getByLabel(/^電子郵件/).fill("ming@example.tw")
  await page.getByRole("button", { name: "下一步" }).click()
  await page.getByRole("button", { name: "送出陳情" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("還差一步：請到信箱確認")
  await judge()
  await page.getByLabel(/^電子郵件/).fill("ming＠")
  await page.getByRole("button", { name: "再寄一次確認信" }).click()
  await expect(page.getByRole("alert")).toContainText("電子郵件的格式不對")
  await page.getByLabel(/^電子郵件/).fill("right@example.tw")
  await page.getByRole("button", { name: "再寄一次確認信" }).click()
  await expect(page.getByRole("status")).toContainText("right@example.tw")
  await judge()

  await signIn("zz-director")
  await page.goto("/staff/outbox")
  await page.getByRole("link", { name: "請確認您的陳情" }).first().click()
  const letter = (await page.locator("main pre").textContent()) ?? ""
  const link = /\/petitions\/confirm\/[\w-]+/.exec(letter)?.[0] ?? ""
  expect(link).not.toBe("")

  await page.goto(link)
  await judge()
  await page.getByRole("button", { name: "確認送出" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("已確認，案件已受理")
  const number = await page.locator("dd.code").innerText()
  await page.goto(link)
  await expect(page.locator("dd.code")).toHaveText(number)
  await judge()
})

test("a wrong link says so", async ({ page }) => {
  const answer = await page.goto("/petitions/confirm/nothing")
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole("link", { name: "填寫新的陳情" })).toBeVisible()
})

test("every page in four languages fits a narrow screen and one round trip", async ({
  page,
  judge,
  request,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const language of ["zh-TW", "en", "vi", "id"]) {
    for (const path of ["/petitions/new", "/petitions/follow"]) {
      await page.goto(`${path}?lang=${language}`)
      expect(await page.locator("script").count()).toBe(0)
      await judge()
      const answer = await request.get(`${path}?lang=${language}`, {
        headers: { "Accept-Encoding": "identity" },
      })
      const { gzipSync } = await import("node:zlib")
      expect(gzipSync(await answer.body()).byteLength).toBeLessThan(14 * 1024)
    }
  }
})

test("a method that a page does not take is refused with those it takes", async ({ request }) => {
  const answer = await request.fetch("/petitions/follow", { method: "PUT" })
  expect(answer.status()).toBe(405)
  expect(answer.headers()["allow"]).toBe("GET, HEAD, POST")
})
