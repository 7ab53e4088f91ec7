/** The log: ids and event names, never what a citizen wrote. */
import { pino } from "pino"
import { env } from "./env.server"

const REDACTED = ["email", "phone", "name", "address", "content", "subject", "recipient", "*.email"]

export const log = pino({
  level: env().NODE_ENV === "test" ? "silent" : env().LOG_LEVEL,
  redact: REDACTED,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})
