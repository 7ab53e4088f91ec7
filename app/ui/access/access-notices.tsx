/** Warnings about access on the first screen of those who answer for it; nothing on quiet days. */
import { useTranslation } from "react-i18next"

type Props = { attacked: string[]; failures: number; proxyIsIgnored: boolean }

export function AccessNotices({ attacked, failures, proxyIsIgnored }: Props) {
  const { t } = useTranslation("access")
  return (
    <>
      {attacked.length > 0 ? (
        <p className="notice">{t("watch.attack", { failures, names: attacked.join("、") })}</p>
      ) : null}
      {proxyIsIgnored ? <p className="notice">{t("watch.proxy")}</p> : null}
    </>
  )
}
