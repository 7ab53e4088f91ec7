/** Everything a fresh machine needs to prove the portal: checks, tests of every kind, and one closing line that adds them up. */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"

type Counts = { passed: number; failed: number }

const reports = mkdtempSync(path.join(os.tmpdir(), "minyi-reports-"))
const started = performance.now()

/** Runs a command with its output shown; true when it ended well. */
function run(command: string, extra: Record<string, string> = {}): boolean {
  console.log(`\n$ ${command}`)
  const env = { ...process.env, ...extra }
  return (
    spawnSync(command, { shell: true, stdio: ["ignore", "inherit", "inherit"], env }).status === 0
  )
}

function vitest(): Counts {
  const file = path.join(reports, "vitest.json")
  const ended = run(`npx vitest run --reporter=default --reporter=json --outputFile.json=${file}`)
  return counted(file, ended, (report) => ({
    passed: Number(report["numPassedTests"]),
    failed: Number(report["numFailedTests"]),
  }))
}

function playwright(): Counts {
  const file = path.join(reports, "playwright.json")
  const ended = run("npx playwright test --reporter=list,json", {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return counted(file, ended, (report) => {
    const stats = report["stats"] as { expected: number; unexpected: number; flaky: number }
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
  })
}

/** A runner that ended badly without a failing test (it could not start, say) counts as one failure. */
function counted(
  file: string,
  ended: boolean,
  read: (report: Record<string, unknown>) => Counts,
): Counts {
  try {
    const counts = read(JSON.parse(readFileSync(file, "utf8")))
    return { passed: counts.passed, failed: Math.max(counts.failed, ended ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

const step = (command: string): Counts => ({ passed: 0, failed: run(command) ? 0 : 1 })

const built = step("npm run --silent build")
const results = [
  built,
  step("npx tsc --noEmit -p ."),
  step("npx eslint ."),
  step("npx prettier --check --log-level warn ."),
  vitest(),
  built.failed ? { passed: 0, failed: 1 } : playwright(),
]
rmSync(reports, { recursive: true, force: true })

const passed = results.reduce((sum, one) => sum + one.passed, 0)
const failed = results.reduce((sum, one) => sum + one.failed, 0)
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
