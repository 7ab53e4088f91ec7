/** The form of joining a case to an earlier one. */
import { z } from "zod"
import { line } from "../../../text"
import { readCaseNumber } from "../../filing/number"
import { seen } from "../form-parts.schema"

export const MergeForm = z.object({
  seen,
  mainNumber: line(40, "main-required").transform((typed) => readCaseNumber(typed) ?? typed),
})
