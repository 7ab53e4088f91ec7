/** A mail server over plain TCP that behaves as the recipient's name says: slow@, gone@, later@, dies@ … */
import { createServer, type Server, type Socket } from "node:net"

export type Received = { to: string; messageId: string; at: number }

export type BadServer = {
  /** Every letter whose last line arrived, answered or not. */
  received: Received[]
  /** Takes connections and says nothing. */
  isSilent: boolean
  /** How long slow@ waits before it says that it took the letter. */
  slowMs: number
  close: () => Promise<void>
}

type Session = { to: string; inData: boolean; text: string }

const RECIPIENT_ANSWERS: [RegExp, string][] = [
  [/^gone@/, "550 5.1.1 no such user here"],
  [/^full@/, "552 5.2.2 mailbox is full"],
  [/^relay@/, "554 5.7.1 relaying denied"],
  [/^later@/, "450 4.7.1 try again later"],
]

export async function startBadServer(port: number): Promise<BadServer> {
  const seen = new Set<string>()
  const sockets = new Set<Socket>()
  const state: BadServer = { received: [], isSilent: false, slowMs: 0, close: () => stop(server) }

  const answerTo = (line: string, session: Session, socket: Socket): string | null => {
    if (/^(EHLO|HELO)/i.test(line)) return "250 bad.example"
    if (/^MAIL/i.test(line)) return "250 ok"
    if (/^QUIT/i.test(line)) return "221 bye"
    if (/^DATA/i.test(line)) {
      session.inData = true
      return "354 go on"
    }
    if (!/^RCPT/i.test(line)) return "250 ok"
    session.to = /<(.*)>/.exec(line)?.[1] ?? ""
    if (session.to.startsWith("falls@")) {
      socket.destroy()
      return null
    }
    if (session.to.startsWith("drip@")) {
      const drip = setInterval(() => socket.write("250-still thinking\r\n"), 200)
      socket.on("close", () => clearInterval(drip))
      return null
    }
    // greylisting: the first time somebody is written to, later
    const isNew = !seen.has(session.to)
    seen.add(session.to)
    if (session.to.startsWith("grey@") && isNew) return "451 4.7.1 greylisted"
    return RECIPIENT_ANSWERS.find(([who]) => who.test(session.to))?.[1] ?? "250 ok"
  }

  const take = (session: Session, socket: Socket) => {
    const messageId = /^Message-ID: (.*)$/im.exec(session.text)?.[1]?.trim() ?? ""
    state.received.push({ to: session.to, messageId, at: Date.now() })
    session.inData = false
    session.text = ""
    if (session.to.startsWith("dies@")) return socket.destroy()
    if (session.to.startsWith("spam@")) return socket.write("554 5.6.0 content refused\r\n")
    const waitMs = session.to.startsWith("slow@") ? state.slowMs : 0
    setTimeout(() => socket.writable && socket.write("250 queued\r\n"), waitMs)
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {})
    socket.on("close", () => sockets.delete(socket))
    if (state.isSilent) return
    const session: Session = { to: "", inData: false, text: "" }
    let rest = ""
    socket.write("220 bad.example\r\n")
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n")
      rest = lines.pop() ?? ""
      for (const line of lines) {
        if (session.inData && line === ".") take(session, socket)
        else if (session.inData) session.text += `${line}\n`
        else {
          const answer = answerTo(line, session, socket)
          if (answer !== null) socket.write(`${answer}\r\n`)
        }
      }
    })
  })

  const stop = (one: Server) =>
    new Promise<void>((resolve) => {
      one.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return state
}
