/** Devices on which somebody signed in before: a signed cookie that lives a year and spares its people the limits made for strangers. */
import { z } from "zod"
import { randomToken } from "../tools/code.server"
import { portalCookie } from "../tools/cookie.server"

const YEAR_SECONDS = 365 * 24 * 3600
const MOST_PEOPLE = 5 // a counter is shared; the cookie stays small

/** Who signed in here, the last one first. The key names this device for that person. */
const People = z.array(z.object({ staffId: z.string(), key: z.string() }))
type People = z.infer<typeof People>

const cookie = () => portalCookie("minyi_device", { maxAge: YEAR_SECONDS })

async function peopleOf(request: Request): Promise<People> {
  const kept = People.safeParse(await cookie().parse(request.headers.get("cookie")))
  return kept.success ? kept.data : []
}

/** The key of this device for that person; null when they never signed in here. */
export async function deviceKeyOf(request: Request, staffId: string): Promise<string | null> {
  return (await peopleOf(request)).find((one) => one.staffId === staffId)?.key ?? null
}

/** Who signed in here last, whether or not the session is over. */
export async function lastPersonOf(request: Request): Promise<string | null> {
  return (await peopleOf(request))[0]?.staffId ?? null
}

/** The Set-Cookie header that puts this person first. */
export async function rememberDevice(request: Request, staffId: string): Promise<string> {
  const people = await peopleOf(request)
  const known = people.find((one) => one.staffId === staffId)
  const others = people.filter((one) => one !== known)
  const all = [known ?? { staffId, key: randomToken() }, ...others].slice(0, MOST_PEOPLE)
  return cookie().serialize(all)
}
