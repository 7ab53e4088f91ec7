/** How the items of the versions that were answered are counted. */
import type { TallyPlan } from "~/domain/statistics/tally"
import { CountedContentSchema } from "~/domain/survey/kinds/counted-content.schema"
import { tallyPlanOf } from "~/domain/survey/kinds/kinds"
import type { Transaction } from "../../tools/db.server"

type Answered = { versionId: string }

export function planOf(plans: ReadonlyMap<string, TallyPlan>, { versionId }: Answered): TallyPlan {
  const plan = plans.get(versionId)
  if (!plan) throw new Error(`A response answers an unknown version: ${versionId}`)
  return plan
}

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
    plans.set(id, tallyPlanOf(CountedContentSchema.parse(content).items))
  }
}
