import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node"
import { redirect } from "@remix-run/node"
import { Form, useActionData, useLoaderData } from "@remix-run/react"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { mayDo } from "~/domain/access/permission"
import { LANGUAGE_TAGS } from "~/locales/languages"
import { LOCALES } from "~/domain/language"
import { env } from "~/server/tools/env.server"
import { readForm, showProblems } from "~/server/tools/form.server"
import { wordsFor } from "~/server/tools/locale.server"
import { requireStaff } from "~/server/access/session.server"
import { ownChannel, qrOf } from "~/server/survey/results.server"
import { findChannel } from "~/server/survey/questionnaires.server"
import { setChannelOpen } from "~/server/survey/publishing.server"
import { ErrorSummary } from "~/ui/form/summary"
import { StaffPage } from "~/ui/page/staff-page"
import styles from "~/ui/survey/results.css?url"
import { Poster } from "~/ui/survey/poster"

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, "survey.view")
  const channel = ownChannel(await findChannel(params.code ?? ""), staff.officeId)
  if (!channel) throw new Response("survey-unknown", { status: 404 })
  const { code, mode, isOpen, officeName, label } = channel
  const address = new URL(`/s/${code}`, env().PUBLIC_URL ?? request.url).href
  return {
    title: wordsFor("zh-TW", "survey-results")("channel.title", { label: label["zh-TW"] }),
    channel: { code, mode, isOpen },
    mayManage: mayDo(staff.role, "survey.manage"),
    poster: {
      officeName,
      address: address.replace(/^https?:\/\//, ""),
      qr: qrOf(address),
      asked: LOCALES.map((locale) => {
        const t = wordsFor(locale, "survey")
        return { locale, tag: LANGUAGE_TAGS[locale], ask: t("poster.ask"), scan: t("poster.scan") }
      }),
    },
    address,
  }
}

const Opening = z.object({ opening: z.enum(["open", "closed"], "required") })

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "survey.manage")
  const form = await readForm(request, Opening)
  if (!form.ok) return showProblems(form)
  const code = (params.code ?? "").toLowerCase()
  const set = await setChannelOpen(code, form.value.opening === "open", staff)
  return set.ok ? redirect(`/staff/channels/${code}`) : showProblems(set, form.entered)
}

export default function ChannelPage() {
  const { title, channel, mayManage, poster, address } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useTranslation("survey-results")
  return (
    <StaffPage title={title} lead={poster.officeName}>
      <ErrorSummary refused={refused} topic="survey-results" />
      <dl className="facts screen">
        <dt>{t("channel.address")}</dt>
        <dd>
          <a href={address}>{address}</a>
        </dd>
        <dt>{t("channel.mode")}</dt>
        <dd>{t(`modes.${channel.mode}`)}</dd>
        <dt>{t("channel.state")}</dt>
        <dd>{t(channel.isOpen ? "surveys.open" : "surveys.closed")}</dd>
      </dl>
      {mayManage ? (
        <Form method="post" className="opening">
          <button className="quiet" name="opening" value={channel.isOpen ? "closed" : "open"}>
            {t(channel.isOpen ? "channel.close" : "channel.open")}
          </button>
          <p className="soft">{t(channel.isOpen ? "channel.closeHint" : "channel.openHint")}</p>
        </Form>
      ) : null}
      <h2 className="screen">{t("channel.poster")}</h2>
      <p className="soft screen">{t("channel.posterHint")}</p>
      <Poster {...poster} />
    </StaffPage>
  )
}
