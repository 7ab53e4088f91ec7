import { describe, expect, test } from "vitest"
import { fieldsGivenBack } from "~/domain/interruption"

describe("what is given back of a form", () => {
  test("what a person typed is shown, what a program put there travels unseen", () => {
    const given = fieldsGivenBack({
      subject: "light",
      content: "路燈不亮\n三天了",
      draft: "0198c1c0-7d2c-7a6e-9a3f-0c1d2e3f4a5b",
      confidential: "yes",
      improve: ["time", "way"],
      phone: "0912345678",
      address: "",
    })
    expect(given?.shown.map(({ name }) => name)).toEqual(["subject", "content", "phone"])
    expect(given?.unseen).toEqual([
      ["draft", "0198c1c0-7d2c-7a6e-9a3f-0c1d2e3f4a5b"],
      ["confidential", "yes"],
      ["improve", "time"],
      ["improve", "way"],
      ["address", ""],
    ])
  })

  test("nothing of a form with a password, and nothing of an empty one", () => {
    expect(fieldsGivenBack({ username: "王", password: "secret" })).toBeNull()
    expect(fieldsGivenBack({ newPassword: "secret", note: "x y" })).toBeNull()
    expect(fieldsGivenBack({})).toBeNull()
  })
})
