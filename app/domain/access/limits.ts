/** How often somebody may fail or ask before the portal says wait, and who is shut out if a stranger uses a limit up. */

export type Limit = {
  /** What is counted. */
  counts: string
  /** Whose tries are counted together. */
  key: string
  /** Who has to wait if somebody fills this limit on purpose. */
  victim: string
  most: number
  minutes: number
}

/** Addresses: an IPv4 address, or the /64 that one IPv6 customer has (`server/tools/address`). */
export const LIMITS = {
  "sign-in-address": {
    counts: "wrong sign-ins",
    key: "the address",
    victim: "who shares the address and never signed in on this device",
    most: 20,
    minutes: 15,
  },
  "sign-in-account": {
    counts: "wrong sign-ins (資通系統防護基準: 5 in 15 minutes)",
    key: "the account together with the address, or with the device that signed in before",
    victim:
      "that person at that address on a new device; a known device is locked only by its own failures",
    most: 5,
    minutes: 15,
  },
  "sign-in-everywhere": {
    counts:
      "wrong sign-ins from devices that never signed in (NIST SP 800-63B: at most 100 in a row)",
    key: "the account",
    victim: "that person on a new device, while five or more addresses attack the account",
    most: 100,
    minutes: 60,
  },
  "sign-in-attack": {
    counts: "attacks on an account, as `ATTACK_FROM` tells them from mistyping",
    key: "the account",
    victim: "nobody: it is only shown to the office, for a day",
    most: 1,
    minutes: 24 * 60,
  },
  password: {
    counts: "wrong current passwords when changing it",
    key: "the account that is signed in",
    victim: "that person, if somebody else holds the session",
    most: 5,
    minutes: 15,
  },
  follow: {
    counts: "wrong numbers and access codes",
    key: "the address",
    victim: "nobody: the right number and code open whatever was counted",
    most: 10,
    minutes: 15,
  },
  file: {
    counts: "petitions begun or filed",
    key: "the address; begun and filed ones apart",
    victim: "who shares the address",
    most: 30,
    minutes: 60,
  },
  "unconfirmed-recipient": {
    counts: "petitions that wait for one mailbox's confirmation; given back when it is confirmed",
    key: "the mailbox",
    victim:
      "who owns the mailbox: for the rest of the day they may file by telephone or at the counter",
    most: 3,
    minutes: 24 * 60,
  },
  "unproven-letters": {
    counts: "letters to addresses that nobody has proved to be theirs",
    key: "the whole house",
    victim:
      "everybody who waits for a confirmation: their letters leave later, and the house is told",
    most: 300,
    minutes: 60,
  },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS
