/** The one place that sends mail: Nodemailer, to the server of SMTP_URL. */
import { createTransport, type Transporter } from "nodemailer"
import { env } from "./env.server"

let transport: Transporter | undefined

/** Without SMTP_URL letters are kept in the outbox, where staff read them. */
export function hasMailServer(): boolean {
  return env().SMTP_URL !== undefined
}

/** Sends one letter. Throws what the mail server said. The Message-ID is the letter's, so a repeat is recognised. */
export async function sendMail(letter: {
  id: string
  recipient: string
  subject: string
  html: string
  text: string
}): Promise<void> {
  const url = env().SMTP_URL
  if (!url) throw new Error("There is no mail server.")
  transport ??= createTransport(url)
  await transport.sendMail({
    from: env().MAIL_FROM,
    to: { name: "", address: letter.recipient }, // one address, never a list or a header
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    messageId: `<${letter.id}@minyi>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
