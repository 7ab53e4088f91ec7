import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  ADD_ROW,
  changeRows,
  countRows,
  type Entered,
  MOST_ROWS,
  nameOf,
  type Nested,
  nestFields,
  REMOVE_ROW,
} from "~/domain/form-fields"

const nested = (entered: Entered) => {
  const read = nestFields(entered)
  return read.ok ? read.value : read.problems
}

describe("names that say where a field belongs", () => {
  test("become objects and lists", () => {
    const entered = {
      title: "計畫",
      "items[0].words.vi": "một",
      "items[1].words.vi": "hai",
      "items[1].months": ["1", "2"],
    }
    expect(nested(entered)).toEqual({
      value: {
        title: "計畫",
        items: [{ words: { vi: "một" } }, { words: { vi: "hai" }, months: ["1", "2"] }],
      },
      entered,
    })
  })

  test("number rows without gaps, in the order of the page, so that a problem stands where it is shown", () => {
    expect(nested({ "rows[12].a": "z", "rows[3].a": "y" })).toEqual({
      value: { rows: [{ a: "y" }, { a: "z" }] },
      entered: { "rows[0].a": "y", "rows[1].a": "z" },
    })
  })

  test.each(["a[", "a[x]", "a..b", ".a", "a[1]b", "a]", "[0]"])(
    "that are no path stay: %s",
    (name) => {
      expect(nested({ [name]: "x" })).toMatchObject({ value: { [name]: "x" } })
    },
  )

  test.each(["__proto__.polluted", "a.__proto__.polluted", "constructor.prototype.polluted"])(
    "never reach the prototype: %s",
    (name) => {
      expect(nested({ [name]: "x", b: "y" })).toEqual({ value: { b: "y" }, entered: { b: "y" } })
      changeRows({ [ADD_ROW]: name })
      changeRows({ [REMOVE_ROW]: `${name}[0]` })
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined()
    },
  )

  test("that name a field and its own part keep the part", () => {
    expect(nested({ a: "x", "a.b": "y" })).toMatchObject({ value: { a: { b: "y" } } })
  })

  test.each([
    ["six levels", "a.b.c.d.e.f", true],
    ["seven levels", "a.b.c.d.e.f.g", false],
  ])("may have six levels: %s", (_, name, isRead) => {
    expect(nestFields({ [name]: "x" }).ok).toBe(isRead)
  })

  test("may have five hundred rows and not one more", () => {
    const rows = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, row) => [`rows[${row}].a`, "x"]))
    expect(nestFields(rows(MOST_ROWS)).ok).toBe(true)
    expect(nested(rows(MOST_ROWS + 1))).toEqual([{ code: "too-many-fields" }])
  })
})

describe("the buttons of rows", () => {
  const three = { "rows[0].a": "x", "rows[1].a": "y", "rows[2].a": "z", title: "t" }

  test("add an empty row at the end and keep everything typed", () => {
    const after = changeRows({ ...three, [ADD_ROW]: "rows" }) ?? {}
    expect(after).toMatchObject({ ...three, [ADD_ROW]: "rows" })
    expect(countRows(after, "rows")).toBe(4)
  })

  test("add the first row of a list that had none", () => {
    expect(countRows(changeRows({ title: "t", [ADD_ROW]: "rows" }) ?? {}, "rows")).toBe(1)
  })

  test("remove the row that was meant, and number the others anew", () => {
    expect(changeRows({ ...three, [REMOVE_ROW]: "rows[1]" })).toEqual({
      "rows[0].a": "x",
      "rows[1].a": "z",
      title: "t",
      [REMOVE_ROW]: "rows[1]",
    })
  })

  test("reach rows inside rows", () => {
    const entered = {
      "q[0].options[0].a": "x",
      "q[0].options[1].a": "y",
      [REMOVE_ROW]: "q[0].options[0]",
    }
    expect(changeRows(entered)).toMatchObject({ "q[0].options[0].a": "y" })
  })

  test.each(["rows[9]", "title", "rows", "", "nobody[0]"])(
    "change nothing for a row that is not there: %j",
    (row) => {
      expect(changeRows({ ...three, [REMOVE_ROW]: row })).toEqual({ ...three, [REMOVE_ROW]: row })
    },
  )

  test("add no row beyond the limit", () => {
    const rows = Object.fromEntries(
      Array.from({ length: MOST_ROWS }, (_, row) => [`rows[${row}].a`, "x"]),
    )
    expect(countRows(changeRows({ ...rows, [ADD_ROW]: "rows" }) ?? {}, "rows")).toBe(MOST_ROWS)
  })

  test("were not pressed: then nothing is changed", () => {
    expect(changeRows(three)).toBeNull()
  })
})

const word = fc
  .stringMatching(/^[a-z][a-zA-Z0-9-]{0,8}$/)
  .filter((name) => name !== "constructor" && name !== "prototype")
const leaf = fc.oneof(fc.string(), fc.array(fc.string(), { minLength: 2, maxLength: 3 }))
/** What pages send: objects and lists of at most four levels, none of them empty, with fields at the ends. */
const { object } = fc.letrec<{ object: Nested; list: Nested; any: Nested }>((tie) => ({
  object: fc.dictionary(word, tie("any"), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  list: fc.array(tie("object"), { minLength: 1, maxLength: 4 }),
  any: fc.oneof({ maxDepth: 1, withCrossShrink: true }, leaf, tie("object"), tie("list")),
}))

function flattened(value: Nested, path: (string | number)[] = []): [string, string | string[]][] {
  if (typeof value === "string") return [[nameOf(path), value]]
  if (Array.isArray(value)) {
    const texts = value.flatMap((one) => (typeof one === "string" ? [one] : []))
    if (texts.length === value.length) return [[nameOf(path), texts]]
    return value.flatMap((one, row) => flattened(one, [...path, row]))
  }
  return Object.entries(value).flatMap(([name, one]) => flattened(one, [...path, name]))
}

describe("whatever is sent", () => {
  test("comes back as it was written into names", () => {
    fc.assert(
      fc.property(object, (value) => {
        const entered = Object.fromEntries(flattened(value))
        expect(nested(entered)).toEqual({ value, entered })
      }),
    )
  })

  test("never throws, and read twice says the same", () => {
    const name = fc.stringMatching(/^[a_.[\]0-9]{0,12}$/)
    fc.assert(
      fc.property(fc.dictionary(name, fc.string()), name, (entered, button) => {
        const once = nestFields(entered)
        if (once.ok) expect(nestFields(once.value.entered)).toEqual(once)
        changeRows({ ...entered, [ADD_ROW]: button })
        changeRows({ ...entered, [REMOVE_ROW]: button })
      }),
    )
  })

  test("a row that is added and removed leaves everything as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 9 }), (texts) => {
        const rows = Object.fromEntries(texts.map((text, row) => [`rows[${row}].a`, text]))
        const { [ADD_ROW]: _, ...added } = changeRows({ ...rows, [ADD_ROW]: "rows" }) ?? {}
        const last = `rows[${texts.length}]`
        expect(changeRows({ ...added, [REMOVE_ROW]: last })).toEqual({
          ...rows,
          [REMOVE_ROW]: last,
        })
      }),
    )
  })
})
