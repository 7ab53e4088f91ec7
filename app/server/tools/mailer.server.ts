/** The one place that sends mail: Nodemailer, to the server of SMTP_URL, never for longer than its limits allow. */
import { createTransport } from "nodemailer"
import type { Answer, Failure } from "~/domain/letter/sending"
import { env } from "./env.server"

/** "smtp" sends; "paper" prints (MAIL=none); "demo" keeps every letter in the outbox to be looked at. */
export type MailMode = "smtp" | "paper" | "demo"

export function mailMode(): MailMode {
  const { SMTP_URL, MAIL } = env()
  if (SMTP_URL !== undefined) return "smtp"
  return MAIL === "none" ? "paper" : "demo"
}

/** Whether petitioners are written to by e-mail; in the demo it is kept instead of sent. */
export const writesByEmail = (): boolean => mailMode() !== "paper"

export type MailLimits = { connectMs: number; greetingMs: number; wholeMs: number; stopMs: number }

/** `stopMs` is what a letter on its way still gets when the house closes. */
export const MAIL_LIMITS: MailLimits = {
  connectMs: 10_000,
  greetingMs: 10_000,
  wholeMs: 60_000,
  stopMs: 4_000,
}

export type Mail = { id: string; recipient: string; subject: string; html: string; text: string }

/** Sends one letter and says what became of it. The Message-ID is the letter's, so a repeat is recognised. */
export async function sendMail(
  letter: Mail,
  limits: MailLimits = MAIL_LIMITS,
  stopping?: AbortSignal,
): Promise<Answer> {
  const whole = AbortSignal.timeout(limits.wholeMs)
  const stop = afterwards(stopping, limits.stopMs)
  const watch = { isHandedOver: false }
  try {
    await transportFor(limits, watch).sendMail({
      from: env().MAIL_FROM,
      to: { name: "", address: letter.recipient }, // one address, never a list or a header
      subject: letter.subject,
      html: letter.html,
      text: letter.text,
      messageId: `<${letter.id}@minyi>`,
      headers: { "Auto-Submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.any([whole, stop.signal]),
    })
    return { ok: true }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const failure = failureOf(error, { ...watch, isLate: whole.aborted })
    return { ok: false, failure, said: error.message.slice(0, 300) }
  } finally {
    stop.forget()
  }
}

/** A connection of its own for each letter, which notes when the last word of the letter has been handed over. */
function transportFor(limits: MailLimits, watch: { isHandedOver: boolean }) {
  const transport = createTransport({
    url: env().SMTP_URL,
    connectionTimeout: limits.connectMs,
    dnsTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.wholeMs,
    socketCloseTimeout: 1_000,
  })
  return transport.use("stream", (mail, done) => {
    // ends when the last byte is taken by the line, which begins only after the server's "354 go on"
    mail.message.processFunc((text) =>
      text.once("end", () => {
        watch.isHandedOver = true
      }),
    )
    done()
  })
}

type Circumstances = { isHandedOver: boolean; isLate: boolean }
type Told = Error & { code?: unknown; command?: unknown; responseCode?: unknown }

function failureOf(error: Told, { isHandedOver, isLate }: Circumstances): Failure {
  const { code, command, responseCode } = error
  const isForGood = typeof responseCode === "number" && responseCode >= 500
  if (command === "RCPT TO" && isForGood && isAboutRecipient(error.message)) {
    return "no-such-recipient"
  }
  if (code === "EENVELOPE" && command === "API") return "no-such-recipient" // no address at all
  if (!isHandedOver) return "server"
  if (responseCode) return isForGood ? "refused" : "server"
  return isLate || code === "ETIMEDOUT" ? "unanswered" : "cut-off"
}

/** RFC 3463: 5.7.x refuses us (relaying, a block list), 5.2.2 is a full mailbox; both may be better tomorrow. */
const isAboutRecipient = (said: string): boolean => !/\b5\.(7\.\d+|2\.2)\b/.test(said)

/** A signal some time after another one. */
function afterwards(first: AbortSignal | undefined, ms: number) {
  const second = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const begin = () => (timer = setTimeout(() => second.abort(), ms))
  if (first?.aborted) begin()
  first?.addEventListener("abort", begin, { once: true })
  const forget = () => {
    clearTimeout(timer)
    first?.removeEventListener("abort", begin)
  }
  return { signal: second.signal, forget }
}
