/** §173 (2): which earlier cases count as answers already given to the same person on the same matter. */

export type Petitioner = {
  name: string
  email: string | null
  phone: string | null
  address: string | null
}

/** What the office knows of a case besides its number: who petitioned, about what, and whether it was answered. */
export type EarlierCase = {
  number: string
  categoryId: string
  repliedAt: Date | null
  petitioner: Petitioner | null
}

/** The numbers that count: answered, by the same person, in the same category. */
export function earlierAnswers(
  present: { categoryId: string; petitioner: Petitioner | null },
  others: readonly EarlierCase[],
): string[] {
  return others
    .filter(
      ({ repliedAt, categoryId, petitioner }) =>
        repliedAt !== null &&
        categoryId === present.categoryId &&
        isSamePerson(petitioner, present.petitioner),
    )
    .map(({ number }) => number)
}

/** By e-mail address, telephone or, where both gave neither, name and address. A name alone is many people's. */
export function isSamePerson(one: Petitioner | null, other: Petitioner | null): boolean {
  if (!one || !other) return false
  if (isSame(one.email, other.email, (text) => text.toLowerCase())) return true
  if (isSame(one.phone, other.phone, (text) => text.replace(/\D/g, ""))) return true
  return one.name === other.name && isSame(one.address, other.address, (text) => text)
}

function isSame(
  one: string | null,
  other: string | null,
  plain: (text: string) => string,
): boolean {
  return Boolean(one) && Boolean(other) && plain(one ?? "") === plain(other ?? "")
}
