/** What was typed, given back when its page can no longer take it: to be copied before one starts again. */
import { isRouteErrorResponse, useRouteError } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import type { KeptText } from "~/domain/petition/filing/filing"
import { Apology, knownStatus } from "~/ui/page/apology"
import { PetitionPage } from "./filing-page"

const WAY_ON = {
  "pass-over": "/petitions/follow",
  "draft-missing": "/petitions/new",
  "already-sent": "/petitions/sent",
} as const
const WAY_NAMES = {
  "pass-over": "followLink",
  "draft-missing": "newLink",
  "already-sent": "sent.show-link",
} as const

export function KeptTextPage() {
  const { t } = useTranslation(["petition", "page"])
  const error = useRouteError()
  const kept: unknown = isRouteErrorResponse(error) ? error.data : null
  if (!isKeptText(kept)) {
    const status = isRouteErrorResponse(error) ? error.status : 500
    return (
      <>
        <title>{t(`page:apology.${knownStatus(status)}.title`)}</title>
        <Apology status={status} />
      </>
    )
  }
  return (
    <PetitionPage title={t("kept.title")} refused={{ problems: [{ code: kept.why }], entered: {} }}>
      <title>{t("portalTitle", { title: t("kept.title") })}</title>
      <div className="field">
        <label className="label" htmlFor="kept">
          {t("kept.label")}
        </label>
        <textarea className="text" id="kept" rows={10} readOnly defaultValue={kept.text} />
      </div>
      <p className="row">
        <a className="button" href={WAY_ON[kept.why]}>
          {t(WAY_NAMES[kept.why])}
        </a>
      </p>
    </PetitionPage>
  )
}

const isKeptText = (value: unknown): value is KeptText =>
  typeof value === "object" && value !== null && "why" in value && "text" in value
