import { vitePlugin as remix } from "@remix-run/dev"
import { defineConfig, type Plugin } from "vite"
import remixConfig from "./remix.config.js"
import { alias } from "./vitest.config"

/** The server is one bundle that starts itself, so that routes and the start share one database, cache and outbox. */
const startsItself: Plugin = {
  name: "minyi-server-entry",
  enforce: "post",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? { build: { rollupOptions: { input: "app/server/start/main.server.ts" } } }
      : undefined,
}

export default defineConfig(({ command }) => ({
  resolve: { alias },
  plugins: [remix(remixConfig), ...(command === "build" ? [startsItself] : [])],
  build: { target: "es2022", assetsInlineLimit: 0 },
  // native programs of the server: the browser never gets them, but Vite's search for dependencies would try
  optimizeDeps: {
    exclude: ["@node-rs/argon2", "@node-rs/jieba"],
    include: ["i18next", "react-i18next", "react/jsx-dev-runtime", "zod", "chart.js"], // found late, they would reload the page
  },
  server: { port: 3000, strictPort: true },
}))
