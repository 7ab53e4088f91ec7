import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { CASE_ACTIONS } from "~/domain/petition/casework/actions/all"
import { CLOCK_EFFECTS } from "~/domain/petition/casework/may-act"
import { NATURES, SOURCES, STATUSES } from "~/domain/petition/petition"
import { PETITION_EVENTS } from "~/domain/petition/events"
import { DECLINE_GROUNDS, DISPOSITIONS, REMEDIES } from "~/domain/letter/statements"
import { QUEUE_VIEWS } from "~/domain/petition/casework/queue"
import casework from "~/locales/zh-TW/petition-casework.json"
import deadline from "~/locales/zh-TW/deadline.json"
import form from "~/locales/zh-TW/form.json"
import petition from "~/locales/zh-TW/petition.json"

const FOLDERS = [
  "app/domain/petition",
  "app/domain/petition/casework",
  "app/domain/petition/casework/actions",
]
const WORDS = [casework, deadline, form, petition].flatMap(({ problems }) => Object.keys(problems))

describe("every refusal of casework has words", () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name}`),
  )
  test.each(files)("%s", (file) => {
    const source = readFileSync(file, "utf8")
    const codes = source.matchAll(/(?:refuse\(|code: |error: |, )"([a-z]+(?:-[a-z]+)+)"/g)
    const missing = [...codes].map(([, code = ""]) => code).filter((code) => !WORDS.includes(code))
    const letters = [
      "not-processed",
      "supplement-request",
      "extension-approval",
      "decline-approval",
    ]
    expect(missing.filter((code) => !letters.includes(code))).toEqual([])
  })
})

test.each([
  ["status", STATUSES, casework.status],
  ["nature", NATURES, casework.natures],
  ["source", SOURCES, casework.sources],
  ["event", PETITION_EVENTS, casework.events],
  ["event's name", PETITION_EVENTS, casework["event-names"]],
  ["action", CASE_ACTIONS, casework.actions],
  ["effect on the clock", CLOCK_EFFECTS, casework["clock-effects"]],
  ["view", QUEUE_VIEWS, casework.views],
  ["disposition", DISPOSITIONS, casework.dispositions],
  ["remedy", REMEDIES, casework.remedies],
  ["ground", DECLINE_GROUNDS, casework.grounds],
])("every %s has words", (_, codes: readonly string[], words) => {
  expect(codes.filter((code) => !Object.hasOwn(words, code))).toEqual([])
})
