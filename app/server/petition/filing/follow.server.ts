/** The petitioner's way back to the case: number and access code, then a short signed cookie. */
import { redirect } from "@remix-run/node"
import { z } from "zod"
import { LIMITS } from "~/domain/access/limits"
import { accept, type Outcome, refuse } from "~/domain/outcome"
import { readAccessCode, readCaseNumber } from "~/domain/petition/filing/number"
import { petitionOf } from "~/domain/petition/petition-row"
import { type PublicPetition, publicView } from "~/domain/petition/filing/public-view"
import { now } from "../../tools/clock.server"
import { sameHash, sha256 } from "../../tools/code.server"
import { db } from "../../tools/db.server"
import { listEvents } from "../../tools/events.server"
import { portalCookie } from "../../tools/cookie.server"
import { countFailure, isUsedUp } from "../../tools/throttle.server"

const OPEN_MINUTES = 30
const KNOWN_HOURS = 24
const NO_HASH = sha256("no petition has this access code")

const Pass = z.object({ id: z.string(), until: z.number() })

const passCookie = () => portalCookie("minyi_case")

/** The Set-Cookie header that opens a petition for half an hour. */
export function openPass(id: string): Promise<string> {
  const until = now().getTime() + OPEN_MINUTES * 60_000
  // Kept longer than it opens anything, so that the page can say that the time is over.
  return passCookie().serialize({ id, until }, { maxAge: KNOWN_HOURS * 3600 })
}

export const closePass = (): Promise<string> => passCookie().serialize("", { maxAge: 0 })

/** The petition that this browser may see; null without a pass, or when its time is over. */
export async function passOf(request: Request): Promise<string | null> {
  const pass = Pass.safeParse(await passCookie().parse(request.headers.get("cookie")))
  return pass.success && pass.data.until > now().getTime() ? pass.data.id : null
}

/**
 * Finds the case of a number and its access code. The right code opens whatever was counted: it carries 62 bits, so that
 * no guessing needs a lock, and a stranger can shut nobody out. What is wrong has the same answer after the same work,
 * whether there is such a case or not, and is counted by address only: numbers, made up or not, make no rows.
 */
export async function findByCode(
  typed: { number: string; code: string },
  client: string,
): Promise<Outcome<{ id: string }, "case-mismatch" | "too-many-tries">> {
  const hasTriedEnough = await isUsedUp("follow", client)
  const found = await db().petition.findUnique({
    where: { number: readCaseNumber(typed.number) ?? "" },
    select: { id: true, accessCodeHash: true },
  })
  const matches = sameHash(sha256(readAccessCode(typed.code)), found?.accessCodeHash ?? NO_HASH)
  if (found && matches) return accept({ id: found.id })
  if (hasTriedEnough) return refuse("too-many-tries")
  const failures = await countFailure(db(), "follow", client, 1)
  // Those that were asked at once all saw the limit open; the count tells them apart.
  return refuse(failures >= LIMITS.follow.most ? "too-many-tries" : "case-mismatch")
}

type Office = { name: string; nameEn: string; phone: string }
export type FollowedCase = { petition: PublicPetition; office: Office }

/** What the petitioner may see; null when the petition is not (or no longer) registered. */
export async function findCase(id: string): Promise<(FollowedCase & { officeId: string }) | null> {
  const row = await db().petition.findUnique({
    where: { id },
    include: {
      merged: { select: { id: true } },
      office: { select: { name: true, nameEn: true, phone: true } },
    },
  })
  if (!row) return null
  const petition = publicView(petitionOf(row), await listEvents("petition", id, true))
  return petition && { petition, office: row.office, officeId: row.officeId }
}

/** The case this browser has a pass for; otherwise throws a redirect to the page that asks for number and code. */
export async function requireFollowedCase(request: Request) {
  const open = await findOpenCase(request)
  if (open) return open
  const hadPass = request.headers.get("cookie")?.includes("minyi_case=")
  throw redirect(hadPass ? "/petitions/follow?over=yes" : "/petitions/follow")
}

/** The same, for an answer that must not be lost with the pass; null when the pass is over. */
export async function findOpenCase(request: Request) {
  const id = await passOf(request)
  const found = id === null ? null : await findCase(id)
  return id === null || !found ? null : { id, ...found }
}
