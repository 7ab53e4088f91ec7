/** The log: ids and event names, never what a citizen wrote. Its level is set when the house opens. */
import { pino } from "pino"

const REDACTED = ["email", "phone", "name", "address", "content", "subject", "recipient", "*.email"]

/**
 * An error as the log keeps it. The messages of the database quote the values they were given, so of such an error
 * only its kind, its codes and where it happened are kept.
 */
export function toldError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  if (!error.name.startsWith("Prisma")) return pino.stdSerializers.err(error)
  const frames = error.stack?.split("\n").filter((line) => /^\s+at .*[:/]\d+\)?$/.test(line))
  return {
    type: error.name,
    code: "code" in error ? error.code : undefined,
    sqlState: /Code: `(\w{5})`/.exec(error.message)?.[1],
    stack: frames?.join("\n"),
  }
}

export const log = pino({
  redact: REDACTED,
  base: null,
  serializers: { err: toldError },
  timestamp: pino.stdTimeFunctions.isoTime,
})
