/** The frame of every staff page: the rail on the left, the work on the right. */
import { Form, Link, NavLink } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** The rail, by what a person wants to do. Only pages that are finished stand here. */
const RAIL = [
  {
    heading: "work",
    links: [
      ["/staff", "today"],
      ["/staff/petitions", "petitions"],
    ],
  },
  {
    heading: "listening",
    links: [
      ["/staff/trends", "trends"],
      ["/staff/surveys", "surveys"],
    ],
  },
  {
    heading: "improving",
    links: [
      ["/staff/findings", "findings"],
      ["/staff/plans", "plans"],
    ],
  },
  {
    heading: "office",
    links: [
      ["/staff/calendar", "calendar"],
      ["/staff/outbox", "outbox"],
    ],
  },
] as const

export type StaffPageProps = {
  title: string
  /** The line above the title: where we are. */
  lead?: ReactNode
  /** Links and buttons beside the title. */
  actions?: ReactNode
  children: ReactNode
}

export function StaffPage({ title, lead, actions, children }: StaffPageProps) {
  const { t } = useTranslation("desk")
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <div className="desk">
        <Rail />
        <main id="main" accessKey="C" tabIndex={-1}>
          {lead ? <p className="lead">{lead}</p> : null}
          <div className="title-row">
            <h1>{title}</h1>
            {actions ? <div className="actions">{actions}</div> : null}
          </div>
          {children}
        </main>
      </div>
    </>
  )
}

function Rail() {
  const { t } = useTranslation("desk")
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <Link className="mark" to="/staff" accessKey="U">
        {t("portal")}
      </Link>
      {RAIL.map(({ heading, links }) => (
        <section key={heading} aria-labelledby={`rail-${heading}`}>
          <h2 id={`rail-${heading}`}>{t(`rail.${heading}`)}</h2>
          <ul>
            {links.map(([to, name]) => (
              <li key={to}>
                <NavLink to={to} end={to === "/staff"}>
                  {t(`rail.${name}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Form method="post" action="/staff/sign-out" className="sign-out">
        <Link to="/staff/password">{t("rail.password")}</Link>
        <button className="plain">{t("rail.sign-out")}</button>
      </Form>
    </nav>
  )
}
