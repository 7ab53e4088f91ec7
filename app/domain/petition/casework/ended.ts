/** Between two states: what stays of a case when its work goes on, comes back or ends, without the drafts and requests that were pending. */
import type { OpenPetition } from "../petition"

export function endedBase(petition: OpenPetition) {
  const {
    id,
    officeId,
    nature,
    categoryId,
    source,
    confidential,
    locale,
    subject,
    content,
    filedAt,
  } = petition
  const {
    respondentId,
    oralRecord,
    number,
    clock,
    extensionCount,
    sectionId,
    officerId,
    followerIds,
  } = petition
  return {
    ...{
      id,
      officeId,
      nature,
      categoryId,
      source,
      confidential,
      locale,
      subject,
      content,
      filedAt,
    },
    ...{
      respondentId,
      oralRecord,
      number,
      clock,
      extensionCount,
      sectionId,
      officerId,
      followerIds,
    },
  }
}

/** What stays while it is worked on, without the facts of the state it leaves. */
export function workingBase(petition: OpenPetition) {
  const { extensionRequest, draft, remark } = petition
  return { ...endedBase(petition), extensionRequest, draft, remark }
}

/** From waiting for approval back to the officer, or to the new cases where none has it yet. */
export function backToWork(petition: OpenPetition, remark: string | null): OpenPetition {
  const { sectionId, officerId } = petition
  const base = { ...workingBase(petition), remark }
  if (sectionId === null || officerId === null) return { ...base, status: "accepted" }
  return { ...base, sectionId, officerId, status: "assigned" }
}
