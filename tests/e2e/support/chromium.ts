/** Finds a Chromium for the browser tests, or installs one; says in one line what to do when it can do neither. */
import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chromium } from "@playwright/test"

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

export function findChromium(): string | undefined {
  const places = [process.env["PLAYWRIGHT_CHROMIUM_PATH"], chromium.executablePath(), ...INSTALLED]
  return places.find((place) => place && existsSync(place))
}

/** The path of a Chromium that can be started, installing one if need be. */
export function findOrInstallChromium(): string {
  const found = findChromium()
  if (found) return found
  for (const install of [installWithPlaywright, installWithApt]) {
    const installed = install() ? findChromium() : undefined
    if (installed) return installed
  }
  throw new Error(
    "No Chromium was found or could be installed: install one (Debian: apt-get install chromium fonts-noto-cjk) or set PLAYWRIGHT_CHROMIUM_PATH.",
  )
}

const installWithPlaywright = () =>
  run("npx", ["playwright", "install", "chromium-headless-shell", "chromium"], 120_000)

function installWithApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false
  run("apt-get", ["update", "-qq"], 120_000)
  return run("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], 600_000)
}

function run(program: string, args: string[], timeout: number): boolean {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], timeout, env })
    return true
  } catch {
    return false // the next way is tried; the last one says what to do
  }
}
