/** The sources of the house as the house tests read them: path, text and imports. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"

export type Source = { path: string; text: string; lines: number; imports: string[] }

const SKIPPED = new Set([
  "node_modules",
  "client",
  "build",
  ".data",
  ".git",
  "reference",
  "migrations",
])

export function filesBelow(folder: string, matching: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => !SKIPPED.has(name))
    .flatMap((name) => {
      const file = path.posix.join(folder, name)
      if (statSync(file).isDirectory()) return filesBelow(file, matching)
      return matching.test(file) ? [file] : []
    })
}

/** Every TypeScript file below a folder, its imports resolved to paths of the repository or package names. */
export function sourcesBelow(folder: string): Source[] {
  return filesBelow(folder, /\.tsx?$/)
    .filter((file) => !file.endsWith(".d.ts"))
    .map((file) => {
      const text = readFileSync(file, "utf8")
      return {
        path: file,
        text,
        lines: text.split("\n").length - 1,
        imports: importsOf(file, text),
      }
    })
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^"'`;]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s+["']([^"']+)["']/g

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map((found) =>
    resolved(file, found[1] ?? found[2] ?? found[3] ?? ""),
  )
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`
  if (specifier.startsWith("#")) return specifier.slice(1)
  if (!specifier.startsWith(".")) return specifier
  return path.posix.join(path.posix.dirname(file), specifier)
}
