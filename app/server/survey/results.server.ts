/** What staff see of the questionnaires: where they are reached, how many answered, and what they said. */
import QRCode from "qrcode"
import type { Staff } from "~/domain/access/permission"
import { firstDayOf, lastDayOf } from "~/domain/statistics/period"
import { type Channel, MODES } from "~/domain/survey/channel"
import { isOwnWords, optionWords } from "~/domain/survey/kinds/kinds"
import { resultsPeriod } from "~/domain/survey/results-report"
import type { Questionnaire } from "~/domain/survey/questionnaire"
import { type ItemResult, resultsOf } from "~/domain/survey/results"
import { type PersonalKind } from "~/domain/statistics/masking"
import { type ResponseFilter, type TallyGroup } from "~/domain/statistics/response-filter"
import { listComments } from "../statistics/comments.server"
import { today } from "../tools/clock.server"
import { db } from "../tools/db.server"
import { questionnaireOf } from "./questionnaires.server"
import { countTallies } from "../statistics/tallies.server"

/** Every questionnaire with its version in force and the office's channels, each with its responses so far. */
export async function listSurveys(officeId: string) {
  const [questionnaires, counted] = await Promise.all([
    db().questionnaire.findMany({
      orderBy: { title: "asc" },
      select: {
        slug: true,
        title: true,
        versions: {
          where: { publishedAt: { not: null } },
          orderBy: { number: "desc" },
          take: 1,
          select: { number: true, publishedAt: true },
        },
        channels: {
          where: { officeId },
          orderBy: { code: "asc" },
          select: { id: true, code: true, label: true, mode: true, isOpen: true },
        },
      },
    }),
    countTallies({ officeIds: [officeId] }, "channel", []),
  ])
  const responses = new Map(counted.map((group) => [group.group, group.responses]))
  return questionnaires.map(({ versions, channels, ...questionnaire }) => ({
    ...questionnaire,
    version: versions[0] ?? null,
    channels: channels.map((channel) => ({
      ...channel,
      responses: responses.get(channel.id) ?? 0,
    })),
  }))
}

/** A questionnaire with what its newest version asks, and what results can be narrowed to; null when there is none. */
async function findSurvey(slug: string, officeId: string) {
  const questionnaire = await db().questionnaire.findUnique({
    where: { slug },
    select: {
      id: true,
      title: true,
      versions: {
        where: { publishedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true },
      },
      channels: {
        where: { officeId },
        orderBy: { code: "asc" },
        select: { id: true, code: true, label: true },
      },
    },
  })
  const version = questionnaire?.versions[0]
  if (!questionnaire || !version) return null
  const { id, title, channels } = questionnaire
  return { id, title, channels, content: await questionnaireOf(version.id) }
}

const listOffices = () =>
  db().office.findMany({ orderBy: { id: "asc" }, select: { id: true, name: true } })

const NOBODY: TallyGroup = { group: "all", responses: 0, items: {} }

/** The results of the filtered responses, read from the rollups: as quick for a million as for a hundred. */
async function readResults(content: Questionnaire, filter: ResponseFilter) {
  const [tally = NOBODY] = await countTallies(filter, "all")
  return {
    responses: tally.responses,
    items: resultsOf(content, tally).map((result) => inChinese(content, result)),
  }
}

/** The results that an address asks for: of which office, period, channel and mode; null when there is no such survey. */
export async function readResultsReport(
  slug: string,
  asked: URLSearchParams,
  staff: Pick<Staff, "officeId">,
) {
  const offices = await listOffices()
  const office = offices.find(({ id }) => id === (asked.get("office") || staff.officeId))
  const survey = office && (await findSurvey(slug, office.id))
  if (!office || !survey) return null
  const period = resultsPeriod(asked.get("period") ?? "", today())
  const channel = survey.channels.find(({ code }) => code === asked.get("channel"))
  const mode = MODES.find((one) => one === asked.get("mode"))
  const filter: ResponseFilter = {
    officeIds: [office.id],
    questionnaireId: survey.id,
    from: firstDayOf(period),
    to: lastDayOf(period),
    ...(channel ? { channelIds: [channel.id] } : {}),
    ...(mode ? { modes: [mode] } : {}),
  }
  const read = await readResults(survey.content, filter)
  const chosen = { period, channel: channel?.code ?? "", mode: mode ?? "" }
  return { survey: { ...survey, slug }, office, offices, filter, ...chosen, ...read }
}

function inChinese(content: Questionnaire, { item, spread, satisfaction, ...rest }: ItemResult) {
  return {
    ...rest,
    key: item.key,
    kind: item.kind,
    isSegment: item.segment,
    name: item.shortName["zh-TW"],
    question: item.words["zh-TW"],
    satisfaction: satisfaction && {
      value: satisfaction.value,
      count: satisfaction.count,
      ...satisfaction.interval,
    },
    spread: spread.map((one) => ({
      ...one,
      name: optionWords(content, item, one.option)["zh-TW"],
    })),
  }
}

const COMMENTS_SHOWN = 60

/** The newest open answers, masked; `more` when there are others. */
export async function readComments(
  content: Questionnaire,
  filter: ResponseFilter,
  masks: Readonly<Record<PersonalKind, string>>,
) {
  const texts = content.items.filter(isOwnWords)
  const names = new Map(texts.map(({ key, shortName }) => [key, shortName["zh-TW"]]))
  const found: { id: string; name: string; on: string; text: string }[] = []
  for (let after: bigint | null = 0n; after !== null;) {
    const page: Awaited<ReturnType<typeof listComments>> = await listComments(
      filter,
      [...names.keys()],
      masks,
      after,
    )
    for (const { responseId, item, answeredOn, text } of page.comments) {
      found.push({
        id: `${responseId}-${item}`,
        name: names.get(item) ?? item,
        on: answeredOn,
        text,
      })
    }
    after = page.next
  }
  const newest = found.slice(-COMMENTS_SHOWN).reverse()
  return { comments: newest, more: found.length - newest.length }
}

/** The address of a channel as one SVG path on a square of `size` modules; no image, no other server. */
export function qrOf(address: string): { size: number; path: string } {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" })
  const { size } = modules
  const places = Array.from(
    { length: size * size },
    (_, place) => [place % size, Math.floor(place / size)] as const,
  )
  const path = places
    .filter(([x, y]) => modules.get(y, x))
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
    .join("")
  return { size, path }
}

/** A channel of the person's own office; null otherwise. */
export const ownChannel = (channel: Channel | null, officeId: string): Channel | null =>
  channel?.officeId === officeId ? channel : null
