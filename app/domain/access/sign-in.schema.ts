/** What the forms of signing in and of a new password send. */
import { z } from "zod"

export const SignInForm = z.object({
  username: z
    .string()
    .min(1, "required")
    .max(80, "too-long")
    .transform((text) => text.toLowerCase()),
  password: z.string().min(1, "required").max(200, "too-long"),
  to: z.string().optional(),
})

/** NIST SP 800-63B: length counts, not classes of characters; not the one that is known. */
export const ChangePasswordForm = z
  .object({
    currentPassword: z.string().min(1, "required").max(200, "too-long"),
    newPassword: z.string().min(12, "too-short").max(200, "too-long"),
  })
  .refine(({ currentPassword, newPassword }) => currentPassword !== newPassword, {
    message: "same-password",
    path: ["newPassword"],
  })
