import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, test } from "vitest"

// What `npm run build` gives the browser. `npm test` builds before it runs this.
const ASSETS = "build/client/assets"
/** The name that every validator of the library carries, also when the code is minified. */
const VALIDATOR = "$ZodType"

const textOf = (file: string): string => readFileSync(file, "utf8")
const chunks = readdirSync(ASSETS)
  .filter((name) => name.endsWith(".js"))
  .map((name) => ({ name, text: textOf(path.join(ASSETS, name)) }))

describe("the pages in the browser", () => {
  test("are built, and the validation library still carries the name it is looked for by", () => {
    expect(chunks.length).toBeGreaterThan(60)
    expect(textOf("node_modules/zod/v4/core/schemas.js")).toContain(`"${VALIDATOR}"`)
  })

  test("carry no validation library: what is sent is read by the server", () => {
    const heavy = chunks.filter(({ text }) => text.includes(VALIDATOR)).map(({ name }) => name)
    expect(heavy).toEqual([])
  })
})
