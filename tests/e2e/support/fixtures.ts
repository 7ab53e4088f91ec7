/**
 * What a browser test starts from: `page` at the project's size, `signIn` for staff, `judge` for axe and sideways scrolling.
 * Projects: phone (390 × 844), desktop (1280 × 800); `withoutScript(test)` for citizens with JavaScript off.
 */
import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page, test as base } from "@playwright/test"

export const DEMO_PASSWORD = "minyi-demo-2026"

type Fixtures = {
  /** Signs in one of the seeded people, e.g. "zz-officer". */
  signIn: (username: string) => Promise<void>
  /** Fails when axe finds anything, or when the page scrolls sideways. */
  judge: () => Promise<void>
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => {
    await use(process.env["PORTAL_URL"] ?? "")
  },
  // each test is a household of its own: what is limited for one address is not used up by the tests before
  extraHTTPHeaders: async ({}, use) => {
    const part = () => Math.floor(Math.random() * 256)
    await use({ "X-Forwarded-For": `10.${part()}.${part()}.${part()}` })
  },
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on("pageerror", (error) => complaints.push(String(error)))
    page.on("console", (message) => {
      const isStatus = message.text().startsWith("Failed to load resource")
      if (message.type() === "error" && !isStatus) complaints.push(message.text())
    })
    await use(page)
    expect(complaints).toEqual([])
  },
  signIn: async ({ page }, use) => {
    await use(async (username) => {
      await page.goto("/staff/sign-in")
      await page.getByLabel("帳號").fill(username)
      await page.getByLabel("密碼").fill(DEMO_PASSWORD)
      await page.getByRole("button", { name: "登入" }).click()
      await page.waitForURL(/\/staff(\/calendar)?$/)
    })
  },
  judge: async ({ page, javaScriptEnabled }, use) => {
    await use(() => judgePage(page, javaScriptEnabled !== false))
  },
})

export { expect }

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** axe needs script; with JavaScript off only the width is judged. */
async function judgePage(page: Page, hasScript: boolean): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  // not the box of <html>: that is as wide as the window, whatever sticks out of it
  const content = await page.locator("html").evaluate((root) => root.scrollWidth)
  expect(content, "no sideways scrolling").toBeLessThanOrEqual(width)
  if (!hasScript) return
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`),
  ).toEqual([])
}
