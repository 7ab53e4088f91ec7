import { existsSync } from "node:fs"
import { connect, createServer } from "node:net"
import path from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { freshDataDir, removeData, startPortal, stopPortal } from "../../e2e/support/portal"

const folders: string[] = []
const folder = () => {
  const dir = freshDataDir()
  folders.push(dir)
  return dir
}
afterAll(() => folders.forEach(removeData))

const exitOf = (portal: { process: import("node:child_process").ChildProcess }) =>
  new Promise<number | null>((resolve) => {
    portal.process.removeAllListeners("exit")
    portal.process.once("exit", resolve)
  })

describe("stopping the portal", () => {
  test("finishes the request in flight, then closes the database, and ends well", async () => {
    const dataDir = folder()
    const portal = await startPortal(dataDir)
    const ended = exitOf(portal)
    // argon2 keeps this request busy for about a tenth of a second
    const inFlight = fetch(`${portal.url}/staff/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ username: "nobody", password: "wrong" }),
      headers: { origin: portal.url },
    })
    await new Promise((resolve) => setTimeout(resolve, 40))
    portal.process.kill("SIGTERM")
    expect((await inFlight).status).toBe(422)
    expect(await ended).toBe(0)
    expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false)
    await expect(fetch(portal.url)).rejects.toThrow()
  })

  test.each([
    ["nothing at all", ""],
    ["half a header", "GET /petitions/new HTTP/1.1\r\nHost: por"],
    [
      "half a form",
      "POST /staff/sign-in HTTP/1.1\r\nHost: portal\r\nContent-Length: 100\r\n" +
        "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername=",
    ],
  ])("takes less than 15 seconds while a connection has sent %s", async (_what, sent) => {
    const dataDir = folder()
    const portal = await startPortal(dataDir)
    const ended = exitOf(portal)
    const socket = connect(Number(new URL(portal.url).port), "127.0.0.1")
    socket.on("error", () => {})
    await new Promise((resolve) => socket.once("connect", resolve))
    socket.write(sent)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const start = Date.now()
    portal.process.kill("SIGTERM")
    const late = setTimeout(() => portal.process.kill("SIGKILL"), 20_000)
    expect(await ended).toBe(0)
    clearTimeout(late)
    socket.destroy()
    expect(Date.now() - start).toBeLessThan(15_000)
    expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false)
  })

  test("Ctrl-C is the same", async () => {
    const portal = await startPortal(folder())
    const ended = exitOf(portal)
    portal.process.kill("SIGINT")
    expect(await ended).toBe(0)
  })
})

describe("starting the portal", () => {
  test("on a port that is taken says so in one sentence, and leaves no database running", async () => {
    const taken = createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => taken.once("listening", resolve))
    const address = taken.address()
    const port = typeof address === "object" && address ? address.port : 0
    const dataDir = folder()
    const refusal = await startPortal(dataDir, { PORT: String(port) }).catch(
      (error: Error) => error,
    )
    taken.close()
    expect(String(refusal)).toContain(`cannot listen on 127.0.0.1:${port}: another program uses it`)
    expect(existsSync(path.join(dataDir, "postgres", "postmaster.pid"))).toBe(false)
  })

  test("in production without a secret of its own is refused", async () => {
    const refusal = await startPortal(folder(), { MINYI_DEMO: "", SESSION_SECRET: "" }).catch(
      (error: Error) => error,
    )
    expect(String(refusal)).toContain(
      "In production these settings must be given: SESSION_SECRET, PUBLIC_URL, SMTP_URL (or",
    )
  })

  test("twice in a row gives the same cookies' key, so that nobody is signed out by a restart", async () => {
    const dataDir = folder()
    await stopPortal(await startPortal(dataDir))
    const again = await startPortal(dataDir)
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200)
    await stopPortal(again)
  })
})
