/** Every address of the portal and the door behind it. Each topic adds its own lines in its own section. */
import { index, route, type RouteConfig } from "@remix-run/route-config"

const forEverybody = [
  index("routes/page/home.tsx"),
  route("preferences", "routes/page/preferences.tsx"),
  route("privacy", "routes/page/privacy.tsx"),
  route("healthz", "routes/page/healthz.tsx"),
  route("readyz", "routes/page/readyz.tsx"),
  route("health", "routes/page/readyz.tsx", { id: "health" }), // its old name
  route("interrupted", "routes/page/interrupted.tsx"),
  route("*", "routes/page/not-found.tsx"),
]

const surveys = [
  route("s", "routes/survey/find.tsx"),
  route("s/:code", "routes/survey/answer.tsx"),
  route("s/:code/thanks", "routes/survey/thanks.tsx"),
  route("staff/surveys", "routes/survey/list.tsx"),
  route("staff/surveys/:slug/results", "routes/survey/results.tsx"),
  route("staff/surveys/flagged", "routes/survey/flagged.tsx"),
  route("staff/surveys/flagged/:code/:day/:reason", "routes/survey/judgement.tsx"),
  route("staff/channels/:code", "routes/survey/channel.tsx"),
]

const petitions = [
  route("petitions/new", "routes/petition/filing/start.tsx"),
  route("petitions/new/what", "routes/petition/filing/what.tsx"),
  route("petitions/new/content", "routes/petition/filing/content.tsx"),
  route("petitions/new/contact", "routes/petition/filing/contact.tsx"),
  route("petitions/new/check", "routes/petition/filing/check.tsx"),
  route("petitions/sent", "routes/petition/filing/sent.tsx"),
  route("petitions/confirm/:token", "routes/petition/filing/confirm.tsx"),
  route("petitions/follow", "routes/petition/follow/follow.tsx"),
  route("petitions/follow/code", "routes/petition/follow/lost-code.tsx"),
  route("petitions/case", "routes/petition/follow/case.tsx"),
  route("petitions/case/answer", "routes/petition/follow/case-answer.tsx"),
  route("petitions/case/withdraw", "routes/petition/follow/case-withdraw.tsx"),
  route("petitions/leave", "routes/petition/follow/leave.tsx"),
]

const casework = [
  route("staff", "routes/petition/casework/today.tsx"),
  route("staff/petitions", "routes/petition/casework/queue.tsx"),
  route("staff/unconfirmed", "routes/petition/casework/unconfirmed.tsx"),
  route("staff/unconfirmed/:id", "routes/petition/casework/phone-confirmation.tsx"),
  route("staff/petitions/new", "routes/petition/casework/new.tsx"),
  route("staff/petitions/:number", "routes/petition/casework/case.tsx"),
  route("staff/petitions/:number/code", "routes/petition/casework/code.tsx"),
  route("staff/petitions/:number/record", "routes/petition/casework/record.tsx"),
  route("staff/petitions/:number/letters/:id", "routes/petition/casework/letter.tsx"),
  route("staff/petitions/:number/triage", "routes/petition/casework/triage.tsx"),
  route("staff/petitions/:number/reassignment", "routes/petition/casework/reassignment.tsx"),
  route("staff/petitions/:number/transfer", "routes/petition/casework/transfer.tsx"),
  route("staff/petitions/:number/merge", "routes/petition/casework/merge.tsx"),
  route("staff/petitions/:number/decline", "routes/petition/casework/decline.tsx"),
  route(
    "staff/petitions/:number/decline-approval",
    "routes/petition/casework/decline-approval.tsx",
  ),
  route("staff/petitions/:number/supplement", "routes/petition/casework/supplement.tsx"),
  route("staff/petitions/:number/extension", "routes/petition/casework/extension.tsx"),
  route(
    "staff/petitions/:number/extension-approval",
    "routes/petition/casework/extension-approval.tsx",
  ),
  route("staff/petitions/:number/reply", "routes/petition/casework/reply.tsx"),
  route("staff/petitions/:number/approval", "routes/petition/casework/approval.tsx"),
  route("staff/petitions/:number/closure", "routes/petition/casework/closure.tsx"),
  route("staff/petitions/:number/note", "routes/petition/casework/note.tsx"),
]

const calendar = [
  route("staff/calendar", "routes/deadline/calendar.tsx"),
  route("staff/calendar/removal", "routes/deadline/closure-removal.tsx"),
  route("staff/calendar/import", "routes/deadline/calendar-import.tsx"),
  route("staff/calendar/import/confirmed", "routes/deadline/calendar-import-confirmed.tsx"),
]

const statistics = [
  route("staff/trends", "routes/statistics/trends.tsx"),
  route("staff/reports/:report", "routes/statistics/report-file.tsx"),
]

const improvement = [
  route("staff/findings", "routes/improvement/findings.tsx"),
  route("staff/findings/:id", "routes/improvement/finding.tsx"),
  route("staff/findings/:id/dismissal", "routes/improvement/dismissal.tsx"),
  route("staff/findings/:id/plan-item", "routes/improvement/planning.tsx"),
  route("staff/plans", "routes/improvement/plans.tsx"),
  route("staff/plans/new", "routes/improvement/plan-start.tsx"),
  route("staff/plans/:id", "routes/improvement/plan.tsx"),
  route("staff/plans/:id/approval", "routes/improvement/approval.tsx"),
  route("staff/plans/:id/items/new", "routes/improvement/new-item.tsx"),
  route("staff/plans/:id/items/:number", "routes/improvement/plan-item.tsx"),
]

const access = [
  route("staff/sign-in", "routes/access/sign-in.tsx"),
  route("staff/sign-out", "routes/access/sign-out.tsx"),
  route("staff/kept/:id", "routes/access/kept.tsx"),
  route("staff/password", "routes/access/password.tsx"),
]

const outbox = [
  route("staff/outbox", "routes/petition/outbox/list.tsx"),
  route("staff/outbox/:id", "routes/petition/outbox/letter.tsx"),
]

export default [
  ...forEverybody,
  ...surveys,
  ...petitions,
  ...casework,
  ...calendar,
  ...statistics,
  ...improvement,
  ...access,
  ...outbox,
] satisfies RouteConfig
