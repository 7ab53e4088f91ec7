import { RemixBrowser } from "@remix-run/react"
import { startTransition, StrictMode } from "react"
import { hydrateRoot } from "react-dom/client"
import { I18nextProvider } from "react-i18next"
import { openWords } from "~/locales/i18n"
import { catalog } from "~/locales/zh-TW/catalog"

// Only staff pages hydrate, and they are in Chinese.
const words = openWords({ "zh-TW": catalog })

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={words}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  )
})
