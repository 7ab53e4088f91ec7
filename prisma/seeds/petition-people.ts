/** Petitioners of the demo: invented names, addresses at example.*, numbers from the range kept for fiction. */

const SURNAMES = "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周"
const GIVEN = [
  "雅婷",
  "志明",
  "淑芬",
  "俊傑",
  "美玲",
  "建宏",
  "怡君",
  "家豪",
  "秀英",
  "冠宇",
  "佩珊",
  "文雄",
  "惠如",
]
const ELSEWHERE: Record<string, string[]> = {
  en: ["Sarah Mitchell", "David Okafor"],
  vi: ["Nguyễn Thị Lan", "Trần Thu Hà"],
  id: ["Siti Rahmawati", "Dewi Lestari"],
}

export type Petitioner = {
  name: string
  email: string | null
  phone: string | null
  address: string | null
}

/** The same petitioner for the same number. One in five leaves only a telephone number. */
export function petitionerOf(nth: number, locale: string): Petitioner {
  const foreign = ELSEWHERE[locale]
  const name = foreign
    ? (foreign[nth % foreign.length] ?? "")
    : `${[...SURNAMES][nth % 20] ?? ""}${GIVEN[(nth * 3) % GIVEN.length] ?? ""}`
  const phone = `0900-000-${String(100 + nth)}`
  const hasEmail = nth % 5 !== 4 || foreign !== undefined
  return {
    name,
    email: hasEmail ? `petitioner${nth + 1}@example.com` : null,
    phone: !hasEmail || nth % 2 === 0 ? phone : null,
    address: null,
  }
}
