import { defineConfig } from "prisma/config"

// `prisma generate` wants to download a schema engine that it never uses; this stops it, also on a closed network.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://localhost/minyi" },
})
