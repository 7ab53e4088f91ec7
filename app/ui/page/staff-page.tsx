/** The frame of every staff page: the rail on the left, the work on the right. */
import { Form, Link, NavLink, useRouteLoaderData } from "@remix-run/react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { mayDo, type Role } from "~/domain/access/permission"

/** The rail, by what a person wants to do: address, name, and the permission it needs. Only finished pages stand here. */
const RAIL = [
  {
    heading: "work",
    links: [
      ["/staff", "today", "work.view"],
      ["/staff/petitions", "petitions", "petition.view"],
      ["/staff/unconfirmed", "unconfirmed", "petition.record"],
    ],
  },
  {
    heading: "listening",
    links: [
      ["/staff/trends", "trends", "trend.view"],
      ["/staff/surveys", "surveys", "survey.view"],
    ],
  },
  {
    heading: "improving",
    links: [
      ["/staff/findings", "findings", "finding.view"],
      ["/staff/plans", "plans", "plan.view"],
    ],
  },
  {
    heading: "office",
    links: [
      ["/staff/calendar", "calendar", "calendar.view"],
      ["/staff/outbox", "outbox", "outbox.view"],
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
  const { t } = useTranslation("page-staff")
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
  const { t } = useTranslation("page-staff")
  const role = useRouteLoaderData<{ role: Role | null }>("root")?.role
  const sections = RAIL.map(({ heading, links }) => ({
    heading,
    links: links.filter(([, , action]) => role && mayDo(role, action)),
  })).filter(({ links }) => links.length > 0)
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <Link className="mark" to="/staff" accessKey="U">
        {t("portal")}
      </Link>
      {sections.map(({ heading, links }) => (
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
      <Form reloadDocument method="post" action="/staff/sign-out" className="sign-out">
        <Link to="/staff/password">{t("rail.password")}</Link>
        <button className="plain">{t("rail.sign-out")}</button>
      </Form>
    </nav>
  )
}
