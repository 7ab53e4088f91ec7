/** The form of sending a matter on to another agency. */
import { z } from "zod"
import { line } from "../../../text"
import { reason, seen } from "../form-parts.schema"

export const TransferForm = z.object({ seen, agency: line(100, "agency-required"), reason })
