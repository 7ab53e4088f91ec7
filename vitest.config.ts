import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const alias = [
  { find: /^~\//, replacement: here("./app/") },
  { find: /^#emails\//, replacement: here("./emails/") },
  { find: /^#prisma\//, replacement: here("./prisma/") },
]

export default defineConfig({
  resolve: { alias },
  esbuild: { jsx: "automatic" },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/{unit,house}/**/*.test.{ts,tsx}"] },
      },
    ],
  },
})
