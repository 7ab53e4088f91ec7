/** The import graph of the house as dependency-cruiser reads it: every source with what it imports. */
import { cruise, type ICruiseResult } from "dependency-cruiser"

export type Import = { to: string; isType: boolean }
export type SourceFile = { path: string; imports: Import[] }

/** Our own files by their path without its ending, packages as they are written. */
export async function readImports(): Promise<SourceFile[]> {
  const { output } = await cruise(["app", "emails", "prisma"], {
    tsPreCompilationDeps: "specify",
    doNotFollow: "node_modules",
    exclude: "^build/",
  })
  if (typeof output === "string") throw new Error("The import graph came as text.")
  return sourceFilesOf(output)
}

function sourceFilesOf({ modules }: ICruiseResult): SourceFile[] {
  return modules
    .filter(({ source }) => /^(app|emails|prisma)\/.*\.tsx?$/.test(source))
    .filter(({ source }) => !source.startsWith("prisma/client/") && !source.endsWith(".d.ts"))
    .map(({ source, dependencies }) => ({
      path: withoutEnding(source),
      imports: dependencies.map(({ module, resolved, preCompilationOnly }) => ({
        to: withoutEnding(ownPath(module, resolved)),
        isType: preCompilationOnly ?? false,
      })),
    }))
}

const withoutEnding = (path: string) => path.replace(/\.tsx?$/, "")

function ownPath(module: string, resolved: string): string {
  if (module.startsWith("~/")) return `app/${module.slice(2)}`
  if (module.startsWith("#")) return module.slice(1)
  return module.startsWith(".") ? resolved : module
}

/** The first circle of a graph, or null: a → b → a. */
export function findCircle(graph: Map<string, Iterable<string>>): string[] | null {
  const done = new Set<string>()
  const visit = (name: string, trail: string[]): string[] | null => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name]
    if (done.has(name)) return null
    for (const next of graph.get(name) ?? []) {
      const found = visit(next, [...trail, name])
      if (found) return found
    }
    done.add(name)
    return null
  }
  for (const name of graph.keys()) {
    const found = visit(name, [])
    if (found) return found
  }
  return null
}
