/** The way in: each office with its telephone, address and hours, and the questionnaires open to anybody. */
import type { Words } from "~/domain/words"
import { WordsSchema } from "~/domain/words.schema"
import { db } from "../tools/db.server"

const MOST_OFFICES = 200

export type PublicOffice = {
  id: string
  name: string
  nameEn: string
  phone: string
  address: string
  /** Null when nobody has said them: nothing is made up. */
  hours: Words | null
  surveys: { code: string }[]
}

export async function listPublicOffices(): Promise<PublicOffice[]> {
  const offices = await db().office.findMany({
    orderBy: { id: "asc" },
    take: MOST_OFFICES,
    select: {
      id: true,
      name: true,
      nameEn: true,
      phone: true,
      address: true,
      hours: true,
      channels: {
        where: {
          mode: "web",
          isOpen: true,
          questionnaire: { versions: { some: { publishedAt: { not: null } } } },
        },
        orderBy: { code: "asc" },
        select: { code: true },
      },
    },
  })
  return offices.map(({ hours, channels, ...office }) => ({
    ...office,
    hours: WordsSchema.safeParse(hours).data ?? null,
    surveys: channels,
  }))
}
