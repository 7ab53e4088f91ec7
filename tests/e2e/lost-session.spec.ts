import type { Page } from "@playwright/test"
import { expect, test } from "./support/fixtures"

const TEXT = "經查當日只開三個櫃檯，自本週起週一上午增開二個櫃檯。\n造成久候，謹致歉意。"

/** A case of this officer that may be answered, and the page on which the reply is written. */
async function writeReply(page: Page): Promise<string> {
  await page.goto("/staff/petitions?view=mine")
  const links = page.locator("a[data-queue-link]")
  const found = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")))
  // Both sizes run at once on one portal: each writes in a case of its own.
  for (const href of test.info().project.name === "phone" ? found : found.toReversed()) {
    await page.goto(`${href}/reply`)
    if (page.url().endsWith("/reply") && (await page.getByLabel(/^回復內容/).count()) > 0) break
  }
  await page.getByLabel("有理由", { exact: true }).check()
  await page.getByLabel(/^回復內容/).fill(TEXT)
  return new URL(page.url()).pathname
}

/** What sixty idle minutes do: the browser's session is worth nothing any more. */
const endSession = (page: Page) => page.context().clearCookies({ name: "minyi_staff" })

async function fillIn(page: Page, username: string) {
  await page.getByLabel("帳號").fill(username)
  await page.getByLabel("密碼").fill("minyi-demo-2026")
  await page.getByRole("button", { name: "登入" }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled })

    test("a reply sent after the session is over survives signing in again", async ({
      page,
      signIn,
      judge,
    }) => {
      await signIn("zz-officer")
      const address = await writeReply(page)
      await endSession(page)
      await page.getByRole("button", { name: "先存稿" }).click()
      await expect(page).toHaveURL(/\/staff\/sign-in/)
      await expect(page.getByRole("status")).toContainText("內容還沒有處理，已經保留")
      await judge()

      await fillIn(page, "zz-officer")
      await expect(page).toHaveURL(new RegExp(`${address}\\?kept=`))
      await expect(page.getByRole("alert")).toContainText("內容還在，尚未送出")
      await expect(page.getByLabel(/^回復內容/)).toHaveValue(TEXT)
      await expect(page.getByLabel("有理由", { exact: true })).toBeChecked()
      await judge()
      await page.reload()
      await expect(page.getByLabel(/^回復內容/)).toHaveValue(TEXT)

      await page.getByRole("button", { name: "先存稿" }).click()
      await expect(page).toHaveURL(address.replace("/reply", ""))
      await page.goBack()
      await expect(page.getByLabel(/^回復內容/)).toHaveValue(TEXT) // the draft by now
      await expect(page.getByRole("alert")).toBeHidden()
    })

    test("another person who signs in there does not see it", async ({ page, signIn }) => {
      await signIn("zz-officer")
      await writeReply(page)
      await page.getByLabel(/^回復內容/).fill("只有寫的人看得到這一段。")
      await endSession(page)
      await page.getByRole("button", { name: "先存稿" }).click()
      await expect(page.getByRole("status")).toContainText("已經保留")
      await fillIn(page, "zz-chief")
      await expect(page).toHaveURL(/kept=/)
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
      await expect(page.getByText("只有寫的人看得到這一段。")).toBeHidden()
      await expect(page.locator("body")).not.toContainText("尚未送出")
    })
  })
}

test("a draft that comes too late says who was first, where it is seen, and goes through with its text", async ({
  page,
  signIn,
  judge,
}) => {
  await signIn("zz-officer")
  const address = await writeReply(page)
  const other = await page.context().newPage()
  await other.goto(address)
  await other.getByLabel("有理由", { exact: true }).check()
  await other.getByLabel(/^回復內容/).fill("另一個分頁先存的稿。")
  await other.getByRole("button", { name: "先存稿" }).click()
  await other.waitForURL(address.replace("/reply", ""))

  await page.getByRole("button", { name: "先存稿" }).click()
  await expect(page.getByRole("alert")).toContainText("陳課員已於")
  await expect(page.getByRole("alert")).toContainText("辦理「存稿」")
  await expect(page.getByRole("alert")).toBeInViewport()
  await expect(page.getByLabel(/^回復內容/)).toHaveValue(TEXT)
  await judge()
  await page.getByRole("button", { name: "先存稿" }).click()
  await expect(page).toHaveURL(address.replace("/reply", ""))
})
