/** Channels in memory: a citizen's page asks no database while nothing changed, and is still there when it is away. */
import { type Channel } from "~/domain/survey/channel"
import { listen, type Listening } from "../tools/listening.server"
import { isOutage, within } from "../tools/outage.server"

type Remembered = { channel: Channel; since: number }

/** A trigger of the database tells it whenever a channel, a questionnaire's version or an office's name changes. */
const NOTICE = "channels_changed"
/** Should a notice be lost (a pooler in between may not pass it on), a closed channel is closed after this. */
const LOOK_AGAIN_MS = 5_000
/** A database that says nothing is not waited for when the channel is known. */
const PATIENCE_MS = 1_500
const MOST_CHANNELS = 5_000

const remembered = new Map<string, Remembered>()
let changes = 0
let listening: Listening | null = null

/** From now on memory is trusted until something changes. Gives the way to end it. */
export function watchChannels(connectionString: string): { stop: () => Promise<void> } {
  const changed = () => (changes += 1)
  const ear = listen(connectionString, NOTICE, changed)
  const timer = setInterval(changed, LOOK_AGAIN_MS)
  timer.unref()
  listening = ear
  return {
    stop: async () => {
      clearInterval(timer)
      listening = null
      await ear.stop()
    },
  }
}

/** The channel as `ask` last gave it; asked again after every change, and always while nobody listens. */
export async function rememberChannel(
  code: string,
  ask: () => Promise<Channel | null>,
): Promise<Channel | null> {
  const known = remembered.get(code)
  if (known?.since === changes && listening?.isUp()) return known.channel
  const since = changes // a change during the question makes the answer old at once
  try {
    const channel = await (known ? within(PATIENCE_MS, ask()) : ask())
    keep(code, channel && { channel, since })
    return channel
  } catch (error) {
    if (!known || !isOutage(error)) throw error
    known.since = since // not asked anew by every reader of a silent database
    return known.channel
  }
}

function keep(code: string, found: Remembered | null): void {
  remembered.delete(code)
  if (!found) return
  remembered.set(code, found)
  const [oldest] = remembered.keys()
  if (remembered.size > MOST_CHANNELS && oldest !== undefined) remembered.delete(oldest)
}
