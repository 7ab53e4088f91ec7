/** For a load balancer, and for people who run the portal: whether it can do its work, and if not why, in one word. */
import { whyNotReady } from "~/server/tools/readiness.server"

export async function loader() {
  const reason = await whyNotReady()
  const headers = { "Cache-Control": "no-store" }
  if (!reason) return Response.json({ ready: true }, { headers })
  return Response.json({ ready: false, reason }, { status: 503, headers })
}
