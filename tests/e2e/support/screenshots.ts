/** Takes the README's pictures from a running demo: `npm run screenshots` (PORTAL_URL, or the demo's own address). */
import { mkdirSync } from "node:fs"
import { type Browser, chromium, type Page } from "@playwright/test"
import { findOrInstallChromium } from "./chromium"
import { DEMO_PASSWORD } from "./fixtures"

const FOLDER = "public/screenshots"
const base = process.env["PORTAL_URL"] ?? "http://127.0.0.1:3000"
const PHONE = { width: 390, height: 780 }
const DESKTOP = { width: 1280, height: 860 }

const open = async (browser: Browser, viewport: typeof PHONE): Promise<Page> =>
  (await browser.newContext({ viewport, locale: "zh-TW", baseURL: base })).newPage()

const shoot = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}/${name}.png` })

async function survey(page: Page): Promise<void> {
  await page.goto("/s/zz-counter")
  await page.getByText("滿意", { exact: true }).first().click()
  await page.evaluate(() => window.scrollTo(0, 0))
  await shoot(page, "survey")
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto("/staff/sign-in")
  await page.getByLabel("帳號").fill(username)
  await page.getByLabel("密碼").fill(DEMO_PASSWORD)
  await page.getByRole("button", { name: "登入" }).click()
  await page.waitForURL(/\/staff$/)
}

/** An open case, the newest with an e-mail address; its access code stands in the kept letter of acceptance. */
async function findCode(page: Page): Promise<{ number: string; code: string }> {
  await page.goto("/staff/petitions")
  const open = await page.getByRole("link", { name: /^ZZ-/ }).allTextContents()
  await page.goto("/staff/outbox")
  const rows = page.getByRole("row").filter({ has: page.getByRole("link", { name: /受理/ }) })
  const written = await rows.locator("td:nth-child(4)").allTextContents()
  const number = written.find((one) => open.includes(one)) ?? ""
  await rows.filter({ hasText: number }).getByRole("link").first().click()
  const text = (await page.locator("pre").textContent()) ?? ""
  const code = /(?:[0-9A-Z]{4,5}-){2,}[0-9A-Z]{2,5}/.exec(text.replaceAll(number, ""))?.[0] ?? ""
  return { number, code }
}

async function followedCase(staff: Page, citizen: Page): Promise<void> {
  const { number, code } = await findCode(staff)
  await citizen.goto("/petitions/follow")
  await citizen.locator("input[name=number]").fill(number)
  await citizen.locator("input[name=code]").fill(code)
  await citizen.locator("main button").first().click()
  await citizen.waitForURL(/petitions\/case/)
  await shoot(citizen, "case")
}

const args = process.getuid?.() === 0 ? ["--no-sandbox"] : []
const browser = await chromium.launch({ executablePath: findOrInstallChromium(), args })
mkdirSync(FOLDER, { recursive: true })
await survey(await open(browser, PHONE))
const staff = await open(browser, DESKTOP)
await signIn(staff, "zz-planning")
await followedCase(staff, await open(browser, PHONE))
await staff.goto("/staff/petitions")
await shoot(staff, "queue")
await staff.goto("/staff/trends", { waitUntil: "networkidle" })
await shoot(staff, "trend")
await browser.close()
