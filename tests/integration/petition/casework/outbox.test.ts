import { beforeAll, expect, test } from "vitest"
import { findLetter, listLetters } from "~/server/petition/outbox.server"
import { triagePetition } from "~/server/petition/casework/actions.server"
import { useDatabase } from "../../../support/database"
import { aNewCase, anOfficeAtWork, type OfficeAtWork, seenOf } from "./office-at-work"
import { granted } from "../../../support/outcomes"

useDatabase()
let office: OfficeAtWork
beforeAll(async () => {
  office = await anOfficeAtWork()
})

test("who is complained about in confidence does not find the letters of the case in the outbox", async () => {
  const found = await aNewCase(office)
  const { director, secretary, case_officer } = office.people
  const asked = {
    officerId: case_officer.id,
    categoryId: office.categoryId,
    nature: "misconduct" as const,
    confidential: true,
    respondentId: secretary.id,
  }
  const target = { id: found.id, seen: await seenOf(found) }
  granted(await triagePetition(target, asked, director))
  const letters = await listLetters(director, { page: 1 })
  const [letter] = letters.filter(({ petition }) => petition?.number === found.number)
  expect(letter).toBeDefined()
  expect(await findLetter(director, letter?.id ?? "")).not.toBeNull()
  expect(await listLetters(secretary, { page: 1 })).toHaveLength(0)
  expect(await findLetter(secretary, letter?.id ?? "")).toBeNull()
})
