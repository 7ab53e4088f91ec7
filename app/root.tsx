import type { LoaderFunctionArgs } from "@remix-run/node"
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react"
import { type ReactNode, useContext } from "react"
import { useTranslation } from "react-i18next"
import { DEFAULT_LOCALE } from "~/domain/language"
import { LANGUAGE_TAGS } from "~/locales/languages"
import { localeOf, textSizeOf } from "~/server/tools/locale.server"
import { findSignedIn } from "~/server/access/session.server"
import citizenCss from "~/ui/citizen.css?inline"
import { Nonce } from "~/ui/page/nonce"
import { Apology, knownStatus } from "~/ui/page/apology"
import staffCss from "~/ui/staff.css?url"
import tokensCss from "~/ui/tokens.css?inline"

export async function loader({ request }: LoaderFunctionArgs) {
  const isDesk = new URL(request.url).pathname.startsWith("/staff")
  const staff = isDesk ? await findSignedIn(request) : null
  return {
    locale: localeOf(request),
    textSize: textSizeOf(request),
    role: staff?.role ?? null, // the rail shows only what this person may open
  }
}

/** Citizen pages carry no framework script (`handle = { hydrate: false }`) and their critical CSS in the page. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce)
  const preferences = useRouteLoaderData<typeof loader>("root")
  const hydrates = usePageHydrates()
  const failedWith = useFailure()
  const { t } = useTranslation("page")
  return (
    <html
      lang={LANGUAGE_TAGS[preferences?.locale ?? DEFAULT_LOCALE]}
      className={preferences?.textSize === "normal" ? undefined : preferences?.textSize}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {failedWith ? <title>{t(`apology.${knownStatus(failedWith)}.title`)}</title> : <Meta />}
        <link rel="icon" href="/seal.svg" type="image/svg+xml" />
        {hydrates ? (
          <link rel="stylesheet" href={staffCss} />
        ) : (
          <style dangerouslySetInnerHTML={{ __html: tokensCss + citizenCss }} />
        )}
        <Links />
      </head>
      <body className={hydrates ? "staff" : undefined}>
        {children}
        {hydrates ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

/** The status a failed page has, or null. */
function useFailure(): number | null {
  const error = useRouteError()
  if (!error) return null
  return isRouteErrorResponse(error) ? error.status : 500
}

function usePageHydrates(): boolean {
  const matches = useMatches()
  const isInBrowser = typeof document !== "undefined" // script runs only on pages that hydrate
  const error = useRouteError()
  if (isInBrowser) return true
  if (error) return false
  return !matches.some(({ handle }) => isCitizenHandle(handle))
}

const isCitizenHandle = (handle: unknown): boolean =>
  typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === false

export default function App() {
  return <Outlet />
}

/** The nearest page for what went wrong: not found, not permitted, or an apology with a reference. */
export function ErrorBoundary() {
  const status = useFailure() ?? 500
  return <Apology status={status} />
}
