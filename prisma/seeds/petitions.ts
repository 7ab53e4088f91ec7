/** 120 petitions of the last weeks, filed, answered and left open through the same doors as people use, each at its own time. */
import { createHash } from "node:crypto"
import { z } from "zod"
import { addDays, type CalendarDate, taipeiInstant } from "~/domain/deadline/calendar-date"
import type { Entered, FilingDraft } from "~/domain/petition/filing/draft"
import { nextWorkingDay } from "~/domain/deadline/office-calendar"
import { atTime, now } from "~/server/tools/clock.server"
import { db } from "~/server/tools/db.server"
import { confirmPetition, filePetition, stateOf } from "~/server/petition/filing/file.server"
import { recordPetition } from "~/server/petition/casework/record.server"
import { plannedPetitions, type Planned, type Step } from "./petition-fates"
import { granted, personOf, readOffice, type SeedingOffice, Story } from "./petition-office"
import { petitionerOf } from "./petition-people"
import { type SeededCase, takeStep } from "./petition-steps"
import storiesFile from "./petition-stories.json"

const STORIES = z.array(Story).parse(storiesFile)

/** Files and handles the petitions in the order of time; deterministic for a given day but for ids and codes. */
export async function seedPetitions({
  offices,
  today,
}: {
  offices: { id: string }[]
  today: CalendarDate
}): Promise<void> {
  const seeding = await Promise.all(offices.map(({ id }) => readOffice(id)))
  const until = now()
  const happenings = plannedPetitions().flatMap((planned, nth) => {
    const office = seeding[officeOf(nth, seeding.length)]
    return office ? happeningsOf(planned, { nth, office, today }) : []
  })
  happenings.sort((one, other) => one.at.getTime() - other.at.getTime())
  for (const { at, step } of happenings) if (at < until) await atTime(at, step)
}

/** Six of ten at the first office, the rest shared by the others. */
const officeOf = (nth: number, offices: number): number =>
  nth % 10 < 6 || offices === 1 ? 0 : 1 + (nth % (offices - 1))

type Placed = { nth: number; office: SeedingOffice; today: CalendarDate }

function happeningsOf(planned: Planned, { nth, office, today }: Placed) {
  const story = storyOf(planned, nth)
  const receivedOn = addDays(today, -planned.daysAgo)
  const known: { found: SeededCase | null } = { found: null }
  const filed = {
    at: taipeiInstant(receivedOn, clockOf(nth, planned.how === "spoken" ? 9 : 8)),
    step: async () => {
      known.found = await file(planned, { nth, office, story })
    },
  }
  const later = planned.steps.map(([step, workingDays]) => ({
    at: stepTime(step, receivedOn, workingDays, { nth, office, today }),
    step: async () => {
      if (known.found) await takeStep(step, known.found)
    },
  }))
  return [filed, ...later]
}

function stepTime(
  step: Step,
  receivedOn: CalendarDate,
  workingDays: number,
  { nth, office }: Placed,
): Date {
  let day = receivedOn
  for (let count = 0; count < workingDays; count += 1)
    day = nextWorkingDay(office.calendar, day) ?? day
  if (step === "lapse") return taipeiInstant(addDays(receivedOn, workingDays), "04:00")
  return taipeiInstant(day, step === "close-on-the-spot" ? "17:20" : clockOf(nth + workingDays, 9))
}

/** A time in the day, the same for the same petition: between the hour and seven hours later. */
const clockOf = (nth: number, fromHour: number): string =>
  `${String(fromHour + ((nth * 5) % 8)).padStart(2, "0")}:${String((nth * 17) % 60).padStart(2, "0")}`

/** Thanks are for the thanked, matters of other agencies for the transferred; the spoken are enquiries and suggestions. */
function storyOf({ fate, how }: Planned, nth: number): Story {
  const elsewhere = (story: Story) => story.reply.includes("移請該機關")
  const fitting = STORIES.filter((story) => {
    if (fate === "thanked") return story.category === "thanks"
    if (fate === "transferred") return elsewhere(story)
    if (story.category === "thanks" || elsewhere(story)) return false
    const light = story.nature === "enquiry" || story.nature === "suggestion"
    if (fate === "merged") return story.category === "waiting"
    return how === "spoken" ? light && story.locale === "zh-TW" : true
  })
  const story = fitting[(nth * 7) % fitting.length]
  if (!story) throw new Error(`No story fits ${fate}`)
  return story
}

async function file(
  planned: Planned,
  { nth, office, story }: { nth: number; office: SeedingOffice; story: Story },
): Promise<SeededCase | null> {
  const categoryId = office.categories.get(story.category) ?? ""
  const contact = petitionerOf(nth, story.locale)
  const submissionKey = createHash("sha256").update(`seed ${office.id} ${nth}`).digest("base64url")
  const { nature, subject, content, locale } = story
  if (planned.how === "spoken") {
    const by = personOf(office, "case_officer", story.section)
    const source = nth % 2 === 0 ? ("phone" as const) : ("counter" as const)
    const spoken = { source, nature, categoryId, subject, content, confidential: false, ...contact }
    const record = { ...spoken, readBack: true, signed: source === "counter", submissionKey }
    return found(granted(await recordPetition(record, by)).number, { office, story, nth })
  }
  const page = (entered: Entered) => ({ entered, problems: [], typedIn: "", replaced: null })
  const { name, email, phone, address } = contact
  const reached = { name, email: email ?? "", phone: phone ?? "", address: address ?? "" }
  const answers: FilingDraft = {
    officeId: office.id,
    pages: {
      what: page({ nature, categoryId }),
      content: page({ subject, content }),
      contact: page(reached),
    },
  }
  const draft = { id: submissionKey, answers, updatedAt: now() }
  await db().petitionDraft.create({ data: draft, select: { id: true } })
  const sending = { seen: stateOf(answers), locale, origin: "http://localhost:3000" }
  const sent = granted(await filePetition(submissionKey, sending))
  if (planned.how === "unconfirmed") return { id: sent.id, number: "", office, story, nth }
  const letter = await db().letter.findFirst({
    where: { petitionId: sent.id, kind: "confirmation" },
  })
  const token = /petitions\/confirm\/([\w-]+)/.exec(letter?.text ?? "")?.[1]
  if (token) granted(await confirmPetition(token))
  const row = await db().petition.findUniqueOrThrow({
    where: { id: sent.id },
    select: { number: true },
  })
  return found(row.number ?? "", { office, story, nth })
}

async function found(number: string, more: Omit<SeededCase, "id" | "number">): Promise<SeededCase> {
  const { id } = await db().petition.findUniqueOrThrow({ where: { number }, select: { id: true } })
  return { id, number, ...more }
}
