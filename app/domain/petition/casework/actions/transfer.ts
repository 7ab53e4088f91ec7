/** 移轉: the matter belongs to another agency; it is sent on and the petitioner is told (§172 I). */
import type { Staff } from "../../../access/permission"
import { taipeiDate } from "../../../deadline/calendar-date"
import { accept } from "../../../outcome"
import type { Petition } from "../../petition"
import type { Decision, PetitionChange } from "../../petition-change"
import { endedBase } from "../ended"
import { type ActionRule, openFor, UNDECIDED } from "../may-act"

export const transferRule: ActionRule = {
  permission: "petition.transfer",
  states: UNDECIDED,
  by: "who-handles-it",
  clock: "stops",
}

export function decideTransfer(
  petition: Petition,
  transfer: { agency: string; reason: string },
  by: Staff,
  at: Date,
): Decision {
  const open = openFor(petition, by, transferRule)
  if (!open.ok) return open
  const { agency, reason } = transfer
  const noticeOn = taipeiDate(at)
  return accept<PetitionChange>({
    petition: {
      ...endedBase(open.value),
      status: "transferred",
      transfer: { agency, reason, noticeOn },
      closedAt: at,
    },
    events: [
      { kind: "petition.transferred", isPublic: true, detail: { agency, reason, noticeOn } },
    ],
    letters: [{ kind: "transfer", props: { number: open.value.number, agency, reason } }],
  })
}
