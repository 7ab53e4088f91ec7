import { db } from "~/server/tools/db.server"

/** For a load balancer: 200 when the database answers. */
export async function loader() {
  await db().$queryRaw`select 1`
  return new Response("ok\n", { headers: { "Cache-Control": "no-store" } })
}
