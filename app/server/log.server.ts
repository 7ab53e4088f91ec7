/** The log: ids and event names, never what a citizen wrote. Its level is set when the house opens. */
import { pino } from "pino"

const REDACTED = ["email", "phone", "name", "address", "content", "subject", "recipient", "*.email"]

export const log = pino({
  redact: REDACTED,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
