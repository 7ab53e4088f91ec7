/** How 120 petitions went: for each when it came in and what became of it. Steps that lie in the future do not happen. */

/** One thing that happens to a petition, so many working days after its receipt. */
export type Step =
  | "triage"
  | "reassign"
  | "supplement"
  | "answer"
  | "ask-extension"
  | "grant-extension"
  | "submit"
  | "return"
  | "approve"
  | "close"
  | "close-on-the-spot"
  | "transfer"
  | "merge"
  | "ask-decline"
  | "grant-decline"
  | "withdraw"
  | "lapse"

type Fate = {
  steps: [Step, number][]
  count: number
  oldest: number
  youngest: number
  how: "web" | "spoken" | "unconfirmed"
}

const web = (
  count: number,
  [oldest, youngest]: [number, number],
  steps: [Step, number][],
): Fate => ({
  steps,
  count,
  oldest,
  youngest,
  how: "web",
})

/** `oldest` and `youngest` are days before today. The counts make 120. */
const FATES: Record<string, Fate> = {
  answered: web(
    40,
    [75, 12],
    [
      ["triage", 1],
      ["submit", 3],
      ["approve", 4],
      ["close", 8],
    ],
  ),
  late: web(
    3,
    [50, 20],
    [
      ["triage", 1],
      ["submit", 7],
      ["approve", 8],
      ["close", 11],
    ],
  ),
  overdue: web(5, [17, 12], [["triage", 1]]),
  extended: web(
    2,
    [30, 9],
    [
      ["triage", 1],
      ["ask-extension", 3],
      ["grant-extension", 4],
      ["submit", 8],
      ["approve", 9],
    ],
  ),
  extending: web(
    1,
    [7, 7],
    [
      ["triage", 1],
      ["ask-extension", 3],
    ],
  ),
  transferred: web(
    3,
    [40, 6],
    [
      ["triage", 1],
      ["transfer", 2],
    ],
  ),
  merged: web(3, [30, 5], [["merge", 1]]),
  declined: web(
    2,
    [35, 14],
    [
      ["triage", 1],
      ["ask-decline", 2],
      ["grant-decline", 3],
    ],
  ),
  declining: web(
    1,
    [6, 6],
    [
      ["triage", 1],
      ["ask-decline", 2],
    ],
  ),
  waiting: web(
    3,
    [7, 5],
    [
      ["triage", 1],
      ["supplement", 2],
    ],
  ),
  supplemented: web(
    5,
    [60, 16],
    [
      ["triage", 1],
      ["supplement", 2],
      ["answer", 3],
      ["submit", 5],
      ["approve", 6],
      ["close", 9],
    ],
  ),
  submitted: web(
    5,
    [8, 5],
    [
      ["triage", 1],
      ["submit", 3],
    ],
  ),
  returned: web(
    3,
    [45, 14],
    [
      ["triage", 1],
      ["submit", 2],
      ["return", 3],
      ["submit", 4],
      ["approve", 5],
      ["close", 8],
    ],
  ),
  withdrawn: web(
    3,
    [50, 8],
    [
      ["triage", 1],
      ["withdraw", 2],
    ],
  ),
  unconfirmed: { ...web(4, [20, 1], [["lapse", 4]]), how: "unconfirmed" },
  spot: { ...web(10, [60, 2], [["close-on-the-spot", 0]]), how: "spoken" },
  new: web(7, [2, 1], []),
  thanked: web(
    6,
    [60, 10],
    [
      ["triage", 1],
      ["submit", 2],
      ["approve", 3],
      ["close", 5],
    ],
  ),
  reassigned: web(
    4,
    [40, 12],
    [
      ["triage", 1],
      ["reassign", 2],
      ["submit", 4],
      ["approve", 5],
      ["close", 8],
    ],
  ),
  assigned: web(10, [9, 2], [["triage", 1]]),
}

export type Planned = { fate: string; daysAgo: number; how: Fate["how"]; steps: [Step, number][] }

/** The 120, each fate's cases spread evenly between its oldest and its youngest day. */
export function plannedPetitions(): Planned[] {
  return Object.entries(FATES).flatMap(([fate, { steps, count, oldest, youngest, how }]) =>
    Array.from({ length: count }, (_, nth) => {
      const share = count === 1 ? 0 : nth / (count - 1)
      return { fate, how, steps, daysAgo: Math.round(oldest - share * (oldest - youngest)) }
    }),
  )
}
