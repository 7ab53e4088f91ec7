/** A lost access code, told to its owner at the counter. */
import type { Staff } from "~/domain/access/permission"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { maySeeContact } from "~/domain/petition/casework/may-act"
import { groupAccessCode } from "~/domain/petition/filing/number"
import { petitionOf } from "~/domain/petition/petition-row"
import { sha256 } from "../../tools/code.server"
import { inTransaction } from "../../tools/db.server"
import { saveChange } from "../change.server"
import type { Row } from "../../tools/rows.server"
import { accessCodeOf } from "../register.server"

/** Gives the code, and writes into the case, for its owner to see too, who told it. Only who may read the contact may. */
export function tellAccessCode(id: string, by: Staff): Promise<Outcome<{ accessCode: string }>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Petition" WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.petition.findUniqueOrThrow({
      where: { id },
      include: { merged: { select: { id: true } } },
    })
    const petition = petitionOf(row)
    if (!maySeeContact(petition, by)) return refuse("not-your-case")
    const code = accessCodeOf(id)
    const event = { kind: "petition.code_told" as const, isPublic: true as const, detail: {} }
    const accessCodeHash = sha256(code)
    const rows: Row[] = [{ table: "petition", where: { id }, update: { accessCodeHash } }]
    await saveChange(tx, petition, { petition, events: [event], letters: [], rows }, by)
    return accept({ accessCode: groupAccessCode(code) })
  })
}
