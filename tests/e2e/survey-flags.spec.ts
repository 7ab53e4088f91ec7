/** A script answers in masses: nothing is refused, nothing counts, and somebody looks at it. */
import { expect, test } from "./support/fixtures"

test("a burst stands beside the trend, and is judged with a reason", async ({
  page,
  signIn,
  judge,
}, { project }) => {
  const code = project.name === "phone" ? "sl-web" : "dl-web"
  const office = code.slice(0, 2)
  const answers = { attitude: "1", expertise: "1", speed: "1", waiting: "1", overall: "1" }
  for (let nth = 0; nth < 15; nth++) {
    const sent = await page.request.post(`/s/${code}`, { form: answers, maxRedirects: 0 })
    expect(sent.status()).toBe(303)
  }
  await signIn(`${office}-planning`)
  await expect(async () => {
    await page.goto("/staff/trends")
    await expect(page.getByText(/另有 \d+ 份回答不像一般民眾填寫/)).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.getByRole("link", { name: "查看這些回答" }).click()
  await judge()
  const burst = page.getByRole("row", { name: /^送出太快.* 本所網站/ })
  await burst.getByRole("link").click()
  await expect(page.getByRole("heading", { name: /^最早的 \d+ 份/ })).toBeVisible()
  await judge()
  await page.getByRole("button", { name: "確定" }).click()
  await expect(page.locator("#problems")).toContainText("請選擇採計或不採計")
  await page.getByRole("radio", { name: /^不採計/ }).check()
  await page.getByLabel(/^理由/).fill("程式灌票")
  await page.getByRole("button", { name: "確定" }).click()
  await expect(page).toHaveURL(/flagged$/)
  await expect(burst).toHaveCount(0)
})
