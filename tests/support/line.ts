/** The line between the portal and its database, which a test can cut, silence and mend. */
import { connect, createServer, type Server, type Socket } from "node:net"

export type Line = {
  /** The database's address as seen through the line. */
  url: string
  /** Every connection breaks, new ones are refused. */
  cut: () => Promise<void>
  /** Connections stay, and nothing comes through. */
  silence: () => void
  mend: () => Promise<void>
}

export async function layLine(databaseUrl: string): Promise<Line> {
  const target = new URL(databaseUrl)
  const ends = new Set<Socket>()
  let isSilent = false
  const server: Server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one)
      one.on("error", () => {})
      one.on("close", () => {
        ends.delete(one)
        other.destroy()
      })
      one.pipe(other)
      if (isSilent) one.unpipe(other).pause()
    }
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  await listen(0)
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const breakAll = () => ends.forEach((one) => one.destroy())
  return {
    url: Object.assign(new URL(databaseUrl), { port: String(port) }).href,
    cut: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      breakAll()
      await closed
    },
    silence: () => {
      isSilent = true
      for (const one of ends) one.unpipe().pause()
    },
    mend: async () => {
      isSilent = false
      breakAll()
      if (!server.listening) await listen(port)
    },
  }
}
