/** Every address of the portal and the door behind it. Each topic adds its own lines in its own section. */
import { index, route, type RouteConfig } from "@remix-run/route-config"

const forEverybody = [
  index("routes/page/home.tsx"),
  route("preferences", "routes/page/preferences.tsx"),
  route("privacy", "routes/page/privacy.tsx"),
  route("health", "routes/page/health.tsx"),
  route("*", "routes/page/not-found.tsx"),
]

const surveys = [
  route("s/:code", "routes/survey/answer.tsx"),
  route("s/:code/thanks", "routes/survey/thanks.tsx"),
  route("s/:code/again", "routes/survey/again.tsx"),
  route("staff/surveys", "routes/survey/list.tsx"),
  route("staff/surveys/:slug/results", "routes/survey/results.tsx"),
  route("staff/channels/:code", "routes/survey/channel.tsx"),
]

const petitions: typeof forEverybody = []

const casework: typeof forEverybody = []

const calendar: typeof forEverybody = []

const statistics: typeof forEverybody = []

const improvement: typeof forEverybody = []

const access = [
  route("staff/sign-in", "routes/access/sign-in.tsx"),
  route("staff/sign-out", "routes/access/sign-out.tsx"),
]

const outbox = [
  route("staff/outbox", "routes/outbox/list.tsx"),
  route("staff/outbox/:id", "routes/outbox/letter.tsx"),
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
