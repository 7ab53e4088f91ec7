/** The doors' frame: static files, security headers, compression, and Remix behind them. */
import type { Server } from "node:http"
import { serve } from "@hono/node-server"
import { serveStatic } from "@hono/node-server/serve-static"
import { createRequestHandler, type ServerBuild } from "@remix-run/server-runtime"
import { type Context, Hono } from "hono"
import { compress } from "hono/compress"
import { env } from "../tools/env.server"
import { ORIGIN_HEADER, REOPENED_HEADER } from "../tools/form.server"
import { log } from "../tools/log.server"
import { reopenKeptForm } from "../access/reopening.server"
import { answerAnyway } from "./interruption.server"
import { serveSurveyPage } from "../survey/page-cache.server"
import { type Bindings, refuseStrangeRequests, sayToBrowsers } from "./frame.server"

export type Doors = { url: string; close: () => Promise<void> }

/** A port that cannot be listened on; the message is for the person who starts the server. */
export class DoorsError extends Error {
  override name = "DoorsError"
}

export async function openDoors(build: ServerBuild): Promise<Doors> {
  const app = routesOf(build)
  const { HOST, PORT } = env()
  const server = await listen(app, HOST, PORT)
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : PORT
  return {
    url: `http://${HOST === "0.0.0.0" ? "127.0.0.1" : HOST}:${port}`,
    close: () => closeServer(server),
  }
}

/** The application without a socket, for tests too. */
export function routesOf(build: ServerBuild): Hono<Bindings> {
  const remix = createRequestHandler(build, "production")
  const app = new Hono<Bindings>()
  app.use(compress())
  app.use(sayToBrowsers)
  app.use(refuseStrangeRequests)
  app.use("/assets/*", serveStatic({ root: "build/client", onFound: keepForever }))
  app.get(
    "/:file{[a-z-]+\\.(svg|js|txt|ico)}",
    serveStatic({ root: "build/client", onFound: keepAnHour }),
  )
  app.all("*", async (context) => {
    const page = (one: Request) => remix(one, {})
    return answerAnyway(
      atTheDoor(context),
      async (request, told) =>
        (await serveSurveyPage(request, page)) ??
        (await reopenKeptForm(request, page)) ??
        remix(request, told),
      remix,
    )
  })
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, "request.failed")
    return context.text(
      "抱歉，系統出了一點問題，請稍後再試。Sorry, something went wrong. Please try again later.",
      500,
    )
  })
  return app
}

const keepForever = (_path: string, context: Context) =>
  context.header("Cache-Control", "public, max-age=31536000, immutable")
const keepAnHour = (_path: string, context: Context) =>
  context.header("Cache-Control", "public, max-age=3600")

/**
 * The request as the doors see it. The caller's address is in a header of ours: what the caller claims counts only
 * behind trusted proxies. Origin moves aside too: Remix would answer a forged form with a bare 500 before `readForm`
 * can say in the reader's language that it was not accepted.
 */
function atTheDoor(context: Context<Bindings>): Request {
  const headers = new Headers(context.req.raw.headers)
  const origin = headers.get("origin")
  headers.delete("origin")
  headers.delete(ORIGIN_HEADER)
  headers.delete(REOPENED_HEADER)
  if (origin !== null) headers.set(ORIGIN_HEADER, origin)
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim())
  const trusted = env().TRUSTED_PROXIES
  const forwarded = trusted > 0 ? hops.at(-trusted) : undefined
  const socket = context.env?.incoming?.socket.remoteAddress
  headers.set("x-client-address", forwarded || socket || "unknown")
  return new Request(context.req.raw, { headers })
}

function listen(app: Hono<Bindings>, hostname: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, () =>
      resolve(server as Server),
    ) as Server
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE"
      const why = taken ? "another program uses it; set PORT to a free one" : error.message
      reject(new DoorsError(`The portal cannot listen on ${hostname}:${port}: ${why}.`))
    })
  })
}

/** What requests in flight still get. A browser's spare connection that never says a word would wait for ever. */
const LAST_REQUESTS_MS = 8_000

/** Takes no new requests, and waits a while for those in flight. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS)
    // a connection whose last request was answered meanwhile is kept open for the next one: not any more
    const sweep = setInterval(() => server.closeIdleConnections(), 100)
    server.close(() => {
      clearTimeout(patience)
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}
