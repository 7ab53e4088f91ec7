/** What is sent when staff made sure whose petition it is: on the telephone, or at the counter. */
import { z } from "zod"
import { emailText } from "../../text"

const done = (code: string) => z.literal("yes", { error: code })

export const PhoneConfirmationForm = z.object({
  email: emailText,
  spoken: done("spoken-required"),
})
export const TellCodeForm = z.object({ checked: done("identity-required") })
