/** How the items of the versions that were answered are counted. */
import { z } from "zod"
import { type TallyPlan, tallyPlanOf } from "~/domain/statistics/tally"
import type { Transaction } from "../../tools/db.server"

type Answered = { versionId: string }

export function planOf(plans: ReadonlyMap<string, TallyPlan>, { versionId }: Answered): TallyPlan {
  const plan = plans.get(versionId)
  if (!plan) throw new Error(`A response answers an unknown version: ${versionId}`)
  return plan
}

/** Only what counting needs of a version's content, so that an old content still counts. */
const CountedContent = z.object({
  items: z.array(z.object({ key: z.string(), kind: z.string(), segment: z.boolean().optional() })),
})

/** Adds the plans of the versions answered here: a draft that is not sound yet must not stop the counting. */
export async function readPlans(
  tx: Pick<Transaction, "questionnaireVersion">,
  plans: Map<string, TallyPlan>,
  responses: readonly Answered[],
): Promise<void> {
  const missing = new Set(
    responses.map(({ versionId }) => versionId).filter((id) => !plans.has(id)),
  )
  if (missing.size === 0) return
  const versions = await tx.questionnaireVersion.findMany({
    where: { id: { in: [...missing] } },
    select: { id: true, content: true },
  })
  for (const { id, content } of versions) {
    plans.set(id, tallyPlanOf(CountedContent.parse(content).items))
  }
}
