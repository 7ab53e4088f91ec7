/** Which spellings of an e-mail address reach the same person: for counting what is sent there, never for sending. */

const IGNORES_DOTS = ["gmail.com", "googlemail.com"]

/** Capitals, what stands behind a plus sign and, where the provider ignores them, dots make no other mailbox. */
export function mailboxOf(email: string): string {
  const address = email.normalize("NFKC").trim().toLowerCase()
  const at = address.lastIndexOf("@")
  const domain = address.slice(at + 1)
  const name = address.slice(0, at).replace(/(?<=.)\+.*$/, "")
  if (IGNORES_DOTS.includes(domain)) return `${name.replaceAll(".", "")}@gmail.com`
  return `${name}@${domain}`
}
