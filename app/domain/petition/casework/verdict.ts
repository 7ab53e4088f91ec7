/** What a second person says to a request or a draft. */
export type Verdict = { decision: "approve" | "return"; remark: string }
