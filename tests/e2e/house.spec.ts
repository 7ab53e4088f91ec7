import { expect, test } from "./support/fixtures"

test.describe("everybody, on the first page", () => {
  test("reads it in four languages, each one tap away", async ({ page, judge }) => {
    await page.goto("/")
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("您說，我們聽，並且回復您")
    await judge()
    for (const [name, lang, title] of [
      ["English", "en", "Tell us. We listen and reply."],
      ["Tiếng Việt", "vi", "Chúng tôi lắng nghe và trả lời quý vị"],
      ["Bahasa Indonesia", "id", "Kami mendengarkan dan menjawab Anda"],
    ] as const) {
      await page.getByRole("link", { name }).click()
      await expect(page.locator("html")).toHaveAttribute("lang", lang)
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title)
    }
    await page.getByRole("link", { name: "中文" }).click()
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant-TW")
  })

  test("makes the words larger, and they stay so on the next page", async ({ page }) => {
    await page.goto("/")
    const body = page.locator("body")
    await expect(body).toHaveCSS("font-size", "18px")
    await page.getByRole("link", { name: "字級 A+" }).click()
    await expect(body).toHaveCSS("font-size", "22px")
    await page.getByRole("link", { name: "個人資料保護說明" }).click()
    await expect(page.getByText("問卷不記名")).toBeVisible()
    await expect(body).toHaveCSS("font-size", "22px")
  })

  test("reads what is done with personal data, and finds no script on the page", async ({
    page,
    judge,
  }) => {
    await page.goto("/privacy")
    await expect(page.getByText("問卷不記名")).toBeVisible()
    expect(await page.locator("script").count()).toBe(0)
    await judge()
  })

  test("is told what to do when an address does not exist", async ({ page, judge }) => {
    const response = await page.goto("/no-such-page")
    expect(response?.status()).toBe(404)
    await expect(page.getByRole("heading", { name: "找不到這一頁" })).toBeVisible()
    await judge()
  })

  test("is refused an address with a NUL before anything is looked up", async ({ request }) => {
    for (const address of ["/%00", "/staff/petitions?q=%00"]) {
      expect((await request.get(address)).status()).toBe(400)
    }
  })

  test("reaches the main content with the first key", async ({ page }) => {
    await page.goto("/")
    await page.keyboard.press("Tab")
    await expect(page.getByRole("link", { name: "跳到主要內容" })).toBeFocused()
    await page.keyboard.press("Enter")
    await expect(page.locator("main")).toBeFocused()
  })

  test("at 320 pixels scrolls only downwards", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of [
      "/",
      "/privacy",
      "/petitions/new",
      "/petitions/follow",
      "/s/zz-counter",
      "/staff/sign-in",
    ]) {
      await page.goto(path)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        path,
      ).toBeLessThanOrEqual(320)
    }
  })
})

test.describe("staff", () => {
  test("who type a wrong password are told so, keep their name, and nothing more is said", async ({
    page,
    judge,
  }) => {
    await page.goto("/staff/sign-in")
    await page.getByLabel("帳號").fill("zz-secretary")
    await page.getByLabel("密碼").fill("wrong")
    await page.getByRole("button", { name: "登入" }).click()
    await expect(page.getByRole("alert")).toContainText("帳號或密碼不正確")
    await expect(page.getByLabel("帳號")).toHaveValue("zz-secretary")
    await expect(page.getByLabel("密碼")).toHaveValue("")
    await judge()
  })

  test("sign in and out, and the way back does not show the desk again", async ({
    page,
    signIn,
  }) => {
    await signIn("zz-secretary")
    await page.getByRole("button", { name: "登出" }).click()
    await page.waitForURL((url) => url.pathname === "/")
    await page.goto("/staff/outbox")
    await expect(page).toHaveURL(/sign-in\?to=%2Fstaff%2Foutbox/)
  })

  test("without script sign in too", async ({ browser, baseURL, viewport }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: baseURL ?? "",
      viewport,
    })
    const page = await context.newPage()
    await page.goto("/staff/sign-in?to=/staff/outbox")
    await page.getByLabel("帳號").fill("zz-planning")
    await page.getByLabel("密碼").fill("minyi-demo-2026")
    await page.getByRole("button", { name: "登入" }).click()
    await expect(page.getByRole("heading", { name: "寄件匣" })).toBeVisible()
    await context.close()
  })

  test("read every letter the portal wrote", async ({ page, signIn, judge }) => {
    await signIn("zz-planning")
    await page.goto("/staff/outbox")
    await expect(page.getByText("沒有設定郵件伺服器")).toBeVisible()
    await judge()
    await page.locator("tbody a").first().click()
    await expect(page.locator("iframe")).toBeVisible()
    // axe waits forever for a frame in which no script may run
    await page.locator("iframe").evaluate((frame) => frame.remove())
    await judge()
  })

  test("change their password only with the current one", async ({ page, signIn, judge }) => {
    await signIn("sl-admin")
    await expect(page.getByRole("link", { name: "陳情案件" })).toHaveCount(0) // an administrator reads no case
    await page.goto("/staff/password")
    await page.getByLabel("目前的密碼").fill("not it")
    await page.getByLabel("新密碼").fill("a new one, long enough")
    await page.getByRole("button", { name: "儲存" }).click()
    await expect(page.getByRole("alert")).toContainText("目前的密碼不正確")
    await judge()
  })
})
