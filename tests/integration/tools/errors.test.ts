import { describe, expect, test, vi } from "vitest"
import { handleError } from "~/entry.server"
import { db } from "~/server/tools/db.server"
import { log, toldError } from "~/server/tools/log.server"
import { useDatabase } from "../../support/database"

useDatabase()

const request = (path: string) => new Request(`http://localhost${path}`)

describe("what the log is told of an error", () => {
  test("a call that is wrong does not quote what a citizen wrote, and says where it happened", async () => {
    const data = { content: "王小明住在和平東路", nonsense: true }
    const error: unknown = await db()
      .petition.create({ data: data as never })
      .catch((reason: unknown) => reason)
    const told = JSON.stringify(toldError(error))
    expect(told).not.toContain("王小明")
    expect(told).toContain("PrismaClientValidationError")
    expect(told).toContain("    at ")
  })

  test("a query that the database refuses keeps its codes and not its values", async () => {
    const error: unknown = await db().$queryRaw`select ${"王小明"}::uuid`.catch(
      (reason: unknown) => reason,
    )
    const told = toldError(error)
    expect(told).toMatchObject({ code: "P2010", sqlState: "22P02" })
    expect(JSON.stringify(told)).not.toContain("王小明")
  })

  test("the key in an address is left out", () => {
    const told = vi.spyOn(log, "error").mockReturnValue(undefined)
    const params = { token: "secret-key" }
    handleError(new Error("a bug"), { request: request("/petitions/confirm/secret-key"), params })
    expect(told.mock.calls[0]?.[0]).toMatchObject({ path: "/petitions/confirm/:token" })
  })

  test("a request that was refused is not an error of ours", () => {
    const told = vi.spyOn(log, "error").mockReturnValue(undefined)
    const refusal = { status: 405, statusText: "", internal: true, data: "" }
    handleError(refusal, { request: request("/staff"), params: {} })
    expect(told).not.toHaveBeenCalled()
  })
})
