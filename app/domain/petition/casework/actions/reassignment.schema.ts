/** The form of giving a case to somebody else. */
import { z } from "zod"
import { officerId, reason, seen } from "../form-parts.schema"

export const ReassignmentForm = z.object({ seen, officerId, reason })
