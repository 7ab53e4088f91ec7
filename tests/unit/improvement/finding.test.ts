import { describe, expect, test } from "vitest"
import type { Staff } from "~/domain/access/permission"
import {
  decideConfirm,
  decideDismiss,
  decidePlanFinding,
  type Evidence,
  type Finding,
  type FindingState,
  isFindingState,
  nextActions,
} from "~/domain/improvement/finding"

const staff: Staff = {
  id: "s",
  name: "林課長",
  role: "section_chief",
  officeId: "zz",
  sectionId: null,
}
const now = new Date("2026-11-20T01:00:00Z")
const by = { staff, now }
const finding = (status: FindingState): Finding => ({
  id: "f",
  officeId: "zz",
  status,
  evidence: {} as Evidence,
})
const codeOf = (outcome: { ok: boolean; problems?: { code: string }[] }) =>
  outcome.problems?.[0]?.code

describe("confirming a finding", () => {
  test("a proposed finding is confirmed, with who and when", () => {
    expect(decideConfirm(finding("proposed"), by)).toEqual({
      ok: true,
      value: { status: "confirmed", decidedAt: now, decidedBy: "林課長", reason: null },
    })
  })

  test.each([
    ["confirmed", "finding-already-confirmed"],
    ["planned", "finding-already-planned"],
    ["dismissed", "finding-already-dismissed"],
  ] as const)("a %s one is refused", (status, code) => {
    expect(codeOf(decideConfirm(finding(status), by))).toBe(code)
  })
})

describe("dismissing a finding", () => {
  test.each(["proposed", "confirmed"] as const)("a %s one is put aside with a reason", (status) => {
    expect(decideDismiss(finding(status), " 二號櫃檯整修 ", by)).toMatchObject({
      ok: true,
      value: { status: "dismissed", reason: "二號櫃檯整修" },
    })
  })

  test("without a reason it is refused", () => {
    expect(codeOf(decideDismiss(finding("proposed"), "  ", by))).toBe("reason-required")
  })

  test.each([
    ["planned", "finding-already-planned"],
    ["dismissed", "finding-already-dismissed"],
  ] as const)("a %s one is refused", (status, code) => {
    expect(codeOf(decideDismiss(finding(status), "x", by))).toBe(code)
  })
})

describe("making a plan item of a finding", () => {
  test("a confirmed finding becomes planned", () => {
    expect(decidePlanFinding(finding("confirmed"), by)).toMatchObject({
      ok: true,
      value: { status: "planned" },
    })
  })

  test.each([
    ["proposed", "finding-not-confirmed"],
    ["planned", "finding-already-planned"],
    ["dismissed", "finding-already-dismissed"],
  ] as const)("a %s one is refused", (status, code) => {
    expect(codeOf(decidePlanFinding(finding(status), by))).toBe(code)
  })
})

describe("what the page offers", () => {
  test("only what may still be done", () => {
    expect(nextActions("proposed")).toEqual(["confirm", "dismiss"])
    expect(nextActions("confirmed")).toEqual(["plan", "dismiss"])
    expect(nextActions("planned")).toEqual([])
    expect(nextActions("dismissed")).toEqual([])
    expect(() => nextActions("lost" as never)).toThrow("A state that cannot be")
  })

  test("a state in an address is checked", () => {
    expect(isFindingState("planned")).toBe(true)
    expect(isFindingState("lost")).toBe(false)
    expect(isFindingState(null)).toBe(false)
  })
})
