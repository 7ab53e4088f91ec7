import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { Trans, useTranslation } from "react-i18next"
import { instantInWords } from "~/domain/deadline/date-words"
import { officeNameIn } from "~/domain/survey/channel"
import { localeOf, wordsFor } from "~/server/tools/locale.server"
import { findReceipt } from "~/server/survey/responses.server"
import { receiptOf } from "~/server/survey/receipt-cookie.server"
import { channelOr404 } from "~/server/survey/questionnaires.server"
import { CitizenPage } from "~/ui/page/citizen-page"
import { SurveyApology } from "~/ui/survey/survey-apology"

export const handle = { hydrate: false }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) =>
  loaded ? [{ title: loaded.title }] : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const channel = await channelOr404(params.code ?? "")
  const receipt = await findReceipt(channel.id, (await receiptOf(request, channel.code)) ?? "")
  if (!receipt) throw redirect(`/s/${channel.code}`)
  const locale = localeOf(request)
  const { code, isOpen, mode, officeId } = channel
  return data({
    title: wordsFor(locale, "survey")("thanks.title"),
    at: instantInWords(receipt.receivedAt, locale),
    receivedAt: receipt.receivedAt.toISOString(),
    receipt: receipt.receipt,
    code,
    isOpen,
    isTablet: mode === "tablet",
    officeId,
    officeName: officeNameIn(channel, locale),
  })
}

export default function ThanksPage() {
  const { title, at, receivedAt, receipt, code, isOpen, isTablet, officeId, officeName } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation("survey")
  return (
    <CitizenPage office={{ name: officeName }}>
      <h1>{title}</h1>
      <p>
        <time dateTime={receivedAt}>{t("thanks.received", { office: officeName, at })}</time>
      </p>
      <dl>
        <dt>{t("thanks.receipt")}</dt>
        <dd>
          <strong>{receipt}</strong>
        </dd>
      </dl>
      <p className="soft">{t("thanks.receiptHint")}</p>
      <h2>{t("thanks.next")}</h2>
      <p>{t("thanks.nextText")}</p>
      <h2>{t("thanks.petition")}</h2>
      <p>{t("thanks.petitionText")}</p>
      {isTablet && isOpen ? <BackToStart to={`/s/${code}`} /> : null}
      <p className="row">
        <a className="button quiet" href={`/petitions/new?office=${officeId}`}>
          {t("thanks.petitionLink")}
        </a>
        {isOpen ? (
          <a className={isTablet ? "button" : undefined} href={`/s/${code}`}>
            {t("thanks.again")}
          </a>
        ) : null}
      </p>
      <script type="module" src="/survey.js" />
    </CitizenPage>
  )
}

const SECONDS_SHOWN = 60

/** On a tablet: says that the page will make room, and lets the reader stop it. Hidden until the script counts. */
function BackToStart({ to }: { to: string }) {
  const { t } = useTranslation("survey")
  return (
    <div className="notice row" id="back-to-start" data-to={to} hidden>
      <span>
        <Trans
          t={t}
          i18nKey="thanks.countdown"
          values={{ count: SECONDS_SHOWN }}
          components={{ left: <b /> }}
        />
      </span>
      <button type="button" className="quiet">
        {t("thanks.stay")}
      </button>
    </div>
  )
}

export function ErrorBoundary() {
  return <SurveyApology />
}
