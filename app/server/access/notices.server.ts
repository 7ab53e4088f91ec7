/** What those who answer for the portal must know about access: accounts under attack, a proxy that is not configured. */
import { mayDo, type Staff } from "~/domain/access/permission"
import { ATTACK_FROM } from "~/domain/access/sign-in"
import { db } from "../tools/db.server"
import { proxyIsIgnored } from "../tools/proxies.server"
import { listUsedUp } from "../tools/throttle.server"

type Notices = { attacked: string[]; failures: number; proxyIsIgnored: boolean }

const MOST_STAFF = 500 // of one office

/** For the person's own office; nothing for who has nothing to do with it. */
export async function readAccessNotices(staff: Staff): Promise<Notices> {
  const nothing = { attacked: [], failures: ATTACK_FROM, proxyIsIgnored: false }
  if (!mayDo(staff.role, "attack.view")) return nothing
  const people = await db().staff.findMany({
    where: { officeId: staff.officeId },
    orderBy: { username: "asc" },
    take: MOST_STAFF,
    select: { id: true, username: true },
  })
  const ids = await listUsedUp(
    "sign-in-attack",
    people.map(({ id }) => id),
  )
  const attacked = people.filter(({ id }) => ids.includes(id)).map(({ username }) => username)
  return { ...nothing, attacked, proxyIsIgnored: isOperator(staff) && proxyIsIgnored() }
}

/** Who can do something about the settings. */
const isOperator = ({ role }: Staff): boolean => mayDo(role, "staff.manage")
