/** Tells an outage of the database from a fault of ours, and carries what may be repeated through a short one. */

/** What a caller is told when the database did not answer in time. */
export class OutageError extends Error {
  override name = "OutageError"
}

/** PostgreSQL's own codes: connection lost (08), out of room (53), shut down or cancelled (57), disk fault (58). */
const SQL_STATES = /^(08|53|57|58)|^(25006|55P03)/
/** Prisma's: not reached, timed out, closed; no connection free; no transaction begun or held in time. */
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"])
const ADAPTER_KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
])
const SOCKET_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"])
/** The driver's plain errors have no code. */
const DRIVER_SAYS =
  /Client has encountered a connection error|Connection terminated|timeout exceeded when trying to connect/

/** Whether the same request may succeed once the database is back. */
export function isOutage(error: unknown): boolean {
  if (error instanceof OutageError) return true
  if (!(error instanceof Error)) return false
  if (DRIVER_SAYS.test(error.message)) return true
  const code = textIn(error, "code")
  if (PRISMA_CODES.has(code) || SOCKET_CODES.has(code)) return true
  const cause = causeIn(error)
  return ADAPTER_KINDS.has(textIn(cause, "kind")) || SQL_STATES.test(textIn(cause, "originalCode"))
}

/** Prisma keeps what the driver said in `meta.driverAdapterError.cause`. */
function causeIn(error: object): unknown {
  return ["meta", "driverAdapterError", "cause"].reduce<unknown>(
    (inner, name) => (isObject(inner) ? Reflect.get(inner, name) : undefined),
    error,
  )
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

function textIn(value: unknown, name: string): string {
  const found: unknown = isObject(value) ? Reflect.get(value, name) : undefined
  return typeof found === "string" ? found : ""
}

/** How long a person waits for a database that is being started again. */
const PATIENCE_MS = 5_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 1_000

/** Repeats the deed while the database is away, for five seconds at most: only for what may happen twice. */
export async function throughOutage<Result>(deed: () => Promise<Result>): Promise<Result> {
  const giveUpAt = performance.now() + PATIENCE_MS
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await deed()
    } catch (error) {
      if (!isOutage(error) || performance.now() + pause > giveUpAt) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** Waits so long and no longer for a database that says nothing at all; the deed itself goes on. */
export async function within<Result>(ms: number, deed: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutageError(`No answer within ${ms} ms.`)), ms)
  })
  try {
    return await Promise.race([deed, late])
  } finally {
    clearTimeout(timer)
  }
}
