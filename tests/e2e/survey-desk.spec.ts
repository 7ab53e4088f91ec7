/** What staff see of the questionnaires: channels, results, the poster. */
import { expect, test } from "./support/fixtures"

test("results say a sentence, carry n and intervals, and keep the filter in the address", async ({
  page,
  signIn,
  judge,
}) => {
  await signIn("zz-planning")
  await page.goto("/staff/surveys")
  await expect(page.getByRole("row", { name: /櫃檯 QR 碼/ })).toContainText("/s/zz-counter")
  await judge()
  await page.getByRole("link", { name: "看結果" }).click()
  await expect(page.getByText(/整體滿意度」為 \d\d\.\d%（95% 信賴區間 .*n=/)).toBeVisible()
  await expect(page.getByText("非隨機樣本，不推論抽樣誤差")).toBeVisible()
  await expect(page.getByRole("row", { name: /等候時間/ }).first()).toContainText("%")
  await judge()
  await page.getByLabel("管道").selectOption("zz-hall")
  await page.getByRole("button", { name: "顯示" }).click()
  await expect(page).toHaveURL(/channel=zz-hall/)
  await page.reload()
  await expect(page.getByLabel("管道")).toHaveValue("zz-hall")
})

test("another office's results are numbers only", async ({ page, signIn }) => {
  await signIn("zz-officer")
  await page.goto("/staff/surveys/visit/results?office=shilin")
  await expect(page.getByText("臺北市士林區戶政事務所・")).toBeVisible()
  await expect(page.getByText("只能看本所收到的文字意見。")).toBeVisible()
})

test("a channel has a poster, and can be closed and opened again", async ({ page, signIn, judge }, {
  project,
}) => {
  // Each size closes a channel of its own: they run at the same time against one portal.
  const [who, code] =
    project.name === "phone" ? ["sl-planning", "sl-hall"] : ["dl-planning", "dl-hall"]
  await signIn(who)
  await page.goto(`/staff/channels/${code}`)
  await expect(page.getByRole("img", { name: new RegExp(`/s/${code}$`) })).toBeVisible()
  await judge()
  await page.getByRole("button", { name: "停止收答" }).click()
  await expect(page.getByText("已截止", { exact: true })).toBeVisible()
  expect((await page.request.get(`/s/${code}`)).status()).toBe(410)
  await page.getByRole("button", { name: "重新開放" }).click()
  await expect(page.getByText("開放中", { exact: true })).toBeVisible()
  expect((await page.request.get(`/s/${code}`)).status()).toBe(200)
})

test("on paper the poster is one page and the results leave their filter out", async ({
  page,
  signIn,
}) => {
  await signIn("zz-planning")
  await page.goto("/staff/channels/zz-counter")
  await expect(page.getByText("開放中")).toBeVisible()
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: "print" })
  await expect(page.getByText("開放中")).toBeHidden()
  await page.goto("/staff/surveys/visit/results")
  await expect(page.getByLabel("管道")).toBeHidden()
})

test("on a dark screen the page is still printed in ink on paper", async ({ page, signIn }) => {
  await signIn("zz-planning")
  await page.emulateMedia({ colorScheme: "dark" })
  await page.goto("/staff/trends")
  await expect(page.locator("canvas")).toHaveAttribute("width", /\d/)
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
  const onScreen = await ink()
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")))
  await expect.poll(ink).toBe("rgb(27, 39, 51)")
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")))
  expect(await ink()).toBe(onScreen)
})
