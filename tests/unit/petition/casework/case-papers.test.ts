import { expect, test } from "vitest"
import { papersOf } from "~/domain/petition/casework/papers"
import { assigned, officer, replied, submitted, written } from "./samples"

const draft = { kind: "reply", ...written, draftedById: officer.id, draftedByName: officer.name }

test.each([
  ["a draft that is only kept", { ...assigned, draft }, "saved"],
  ["a draft that waits for approval", submitted, "submitted"],
  ["a reply that was sent", replied, "sent"],
] as const)("%s is called what it is", (_, petition, state) => {
  const papers = papersOf(petition as Parameters<typeof papersOf>[0])
  expect(papers.reply?.body).toBe(written.body)
  expect(papers.replyState).toBe(state)
})
