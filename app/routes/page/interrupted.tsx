import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { interruptionOf } from "~/server/tools/interruption.server"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { InterruptionPage, titleOf } from "~/ui/page/interruption"

export const handle = { hydrate: false }
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }]

/** Shown in place of a page that failed, at that page's address. Asks nothing of the records. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const interruption = interruptionOf(context)
  if (!interruption) throw new Response(null, { status: 404 })
  const t = wordsFor(localeOf(request), "page")
  return data(
    { ...interruption, title: t(titleOf(interruption)) },
    { status: interruption.isOutage ? 503 : 500, headers: { "Cache-Control": "no-store" } },
  )
}

export default function InterruptedPage() {
  const { title: _, ...interruption } = useLoaderData<typeof loader>()
  return <InterruptionPage {...interruption} />
}
