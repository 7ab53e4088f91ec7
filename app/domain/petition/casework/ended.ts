/** What stays of an open case when its work ends: its facts, without the drafts and requests that were pending. */
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
