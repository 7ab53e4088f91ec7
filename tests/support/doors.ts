/** The portal's doors without a socket: the addresses of app/routes.ts, each opened by the frame that production uses. */
import type { ServerBuild } from "@remix-run/server-runtime"
import routes from "~/routes"
import * as entry from "~/entry.server"
import * as root from "~/root"
import { routesOf } from "~/server/start/http.server"
import remixConfig from "../../remix.config.js"

export type Address = { path: string; file: string }

type Route = { id?: string; path?: string; index?: boolean; file: string; children?: Route[] }

const flat = (all: Route[]): Route[] =>
  all.flatMap((route) => [route, ...flat(route.children ?? [])])
const ALL = flat(await routes)

/** Every address with the file behind it. */
export const ADDRESSES: Address[] = ALL.map(({ path = "", file }) => ({ path, file }))

type RouteModule = ServerBuild["routes"][string]["module"]
const modules = import.meta.glob<RouteModule>("../../app/routes/**/*.tsx")

/** What `remix build` writes, made from the sources; there is no script to be loaded. */
async function builtFromSources(): Promise<ServerBuild> {
  const opened = await Promise.all(
    ALL.map(async ({ path, index, file }) => {
      const module = await modules[`../../app/${file}`]?.()
      if (!module) throw new Error(`${file} is not there`)
      const id = `${file} ${path ?? ""}` // one file may stand behind two addresses
      const route = { id, parentId: "root", path, ...(index ? { index } : {}), module }
      return [id, route] as const
    }),
  )
  const rootRoute = { id: "root", path: "", module: root as RouteModule }
  const built = { root: rootRoute, ...Object.fromEntries(opened) } as ServerBuild["routes"]
  const manifest = Object.fromEntries(
    Object.values(built).map(({ id, parentId, path, index, module }) => [
      id,
      {
        ...{ id, parentId, path, index, module: "/none.js" },
        ...{ hasAction: "action" in module, hasLoader: "loader" in module },
        ...{ hasErrorBoundary: "ErrorBoundary" in module },
        ...{ hasClientAction: false, hasClientLoader: false },
      },
    ]),
  ) as ServerBuild["assets"]["routes"]
  return {
    entry: { module: entry as ServerBuild["entry"]["module"] },
    routes: built,
    assets: { entry: { module: "/none.js", imports: [] }, routes: manifest, url: "", version: "" },
    future: remixConfig.future as ServerBuild["future"],
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    isSpaMode: false,
    mode: "production",
  } as ServerBuild
}

const app = routesOf(await builtFromSources())

/** Knocks at the portal; gives the answer as the browser gets it. */
export const knock = async (request: Request): Promise<Response> => app.request(request)

/** The status of an answer; what is in it is thrown away. */
export async function statusAt(request: Request): Promise<number> {
  const answer = await knock(request)
  await answer.arrayBuffer()
  return answer.status
}
