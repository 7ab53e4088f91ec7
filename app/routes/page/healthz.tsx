/** For a supervisor: this process answers. It asks nobody, so that a slow database restarts no portal. */
export function loader() {
  return new Response("ok\n", { headers: { "Cache-Control": "no-store" } })
}
