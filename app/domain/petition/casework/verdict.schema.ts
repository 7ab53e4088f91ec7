/** The form of a second person's verdict: one for the three approvals. */
import { z } from "zod"
import { seen } from "./form-parts.schema"

/** A return without a remark helps nobody. */
export const VerdictForm = z
  .object({
    seen,
    decision: z.enum(["approve", "return"], { error: "decision-required" }),
    remark: z.string().trim().max(2_000, "too-long").default(""),
  })
  .refine(({ decision, remark }) => decision === "approve" || remark !== "", {
    error: "remark-required",
    path: ["remark"],
  })
