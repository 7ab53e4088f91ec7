/** What every form has besides its own fields. */

/** A field that people do not see and robots fill in. */
export const TRAP_FIELD = "website_address"
