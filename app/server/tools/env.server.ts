/** The one place that reads the environment: every setting, its harmless default, and what production must bring. */
import { z } from "zod"

const Settings = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  /** Set by `npm run demo`: built like production, but with a laptop's defaults. */
  MINYI_DEMO: z.string().optional(),
  /** The portal's clock starts here instead of now: for tests and demos only, refused in production. */
  MINYI_NOW: z.iso.datetime({ offset: true }).optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where citizens reach the portal; letters and QR codes carry it. */
  PUBLIC_URL: z.url().optional(),
  /** A PostgreSQL server to use instead of the embedded one. */
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  /** Where the embedded database and the generated secret are kept. */
  DATA_DIR: z.string().default(".data"),
  SESSION_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.string().startsWith("smtp").optional(),
  /** "none": the office sends no e-mail; letters are printed, and addresses need no confirmation. */
  MAIL: z.enum(["none"]).optional(),
  MAIL_FROM: z.string().default("民意 <minyi@localhost>"),
  /** Proxies in front whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
})

export type Env = z.infer<typeof Settings> & { isProduction: boolean }

const REQUIRED_IN_PRODUCTION = ["SESSION_SECRET", "PUBLIC_URL"] as const

/** Reads settings from variables. Throws one sentence that names every variable that is wrong or missing. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`)
    throw new SettingsError(`These settings are not usable: ${wrong.join(", ")}.`)
  }
  const isProduction = parsed.data.NODE_ENV === "production" && !parsed.data.MINYI_DEMO
  const { SMTP_URL, MAIL } = parsed.data
  if (SMTP_URL && MAIL) {
    throw new SettingsError(
      "SMTP_URL sends letters and MAIL=none prints them: give one of the two.",
    )
  }
  const missing: string[] = isProduction
    ? REQUIRED_IN_PRODUCTION.filter((name) => !parsed.data[name])
    : []
  if (isProduction && !SMTP_URL && !MAIL) {
    missing.push("SMTP_URL (or MAIL=none, and letters are printed)")
  }
  if (missing.length > 0) {
    throw new SettingsError(`In production these settings must be given: ${missing.join(", ")}.`)
  }
  if (isProduction && parsed.data.MINYI_NOW) {
    throw new SettingsError("MINYI_NOW sets another time and is not for production.")
  }
  return { ...parsed.data, isProduction }
}

/** A setting that stops the start; its message is for the person who starts the server. */
export class SettingsError extends Error {
  override name = "SettingsError"
}

let current: Env | undefined

/** The settings of this process. */
export function env(): Env {
  current ??= readEnv(process.env)
  return current
}
