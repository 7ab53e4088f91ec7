/**
 * Answers: which parts of an open comment say who somebody is, so that they are not shown or counted?
 * Assumes Traditional Chinese as written in Taiwan. It masks too much rather than too little, and still misses some:
 * whoever publishes comments reads them first.
 * Source: formats of ID and ARC numbers (移民署, new form from 2021), numbering plan of the NCC, plates of the 公路局.
 * Example: 「王小明先生 0912-345-678」 → name 王小明 (0–3), phone 0912-345-678 (6–18).
 */
export const PERSONAL_KINDS = ["name", "phone", "id-number", "address", "plate", "email"] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** From the character at `from` up to, not including, the one at `to`. */
export type PersonalPart = { kind: PersonalKind; from: number; to: number }

/** The 120 most frequent surnames and the double ones; without those that are everyday words before 先生 (連, 和, 向). */
const SURNAMES =
  "(?<![感謝多致答])謝(?!謝)|歐陽|張簡|范姜|司馬|諸葛|上官|司徒|[陳林黃張李王吳劉蔡楊許鄭洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董温溫唐藍石蔣古紀姚倪巫歐姜湯白田涂鄒塗尤嚴康袁尹龔黎鐘辜金韓伍孔常龍童俞陸郝錢雷粘熊賀邵秦史錡甘殷章賈焦]"
const TITLES =
  "先生|小姐|女士|太太|媽媽|阿姨|伯伯|大哥|大姐|老師|主任|秘書|課長|課員|股長|專員|科員|辦事員|書記|承辦員|志工"
const HAN = "\\u3400-\\u9fff"
/** Characters of everyday speech that stand before a road's name and are in none. */
const ROAD = `(?:(?![我你他她它們住在於到從去是的了往位請問說跟和與])[${HAN}])`

type Rule = { kind: PersonalKind; pattern: RegExp }

/** In order of precedence. Each pattern's first group, where there is one, is what is masked. */
const RULES: Rule[] = [
  { kind: "email", pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/dgu },
  { kind: "id-number", pattern: /(?<![A-Za-z0-9])[A-Za-z][A-Da-d1289]\d{8}(?!\d)/dgu },
  { kind: "phone", pattern: /(?<!\d)(?:\+?886[\s-]?|0)9(?:[\s-]?\d){8}(?!\d)/dgu },
  {
    kind: "phone",
    pattern:
      /(?<!\d)(?:\(0[2-8]\d?\)|\+886[\s-]?[2-8]\d?|0[2-8]\d{0,2})[\s-]?\d{3,4}[\s-]?\d{3,4}(?:\s?(?:#|轉|分機)\s?\d{1,5})?(?!\d)/dgu,
  },
  { kind: "phone", pattern: /(?<![\d-])(?!(?:19|20)\d\d-(?:19|20)\d\d)\d{4}-\d{4}(?![\d-])/dgu },
  {
    kind: "plate",
    pattern: /(?<![A-Za-z0-9])(?:[A-Z]{2,3}-\d{3,4}|\d{3,4}-[A-Z]{2,3})(?![A-Za-z0-9])/dgu,
  },
  { kind: "plate", pattern: /車[牌號](?:號碼)?[是為:\s]*([A-Z0-9]{5,8})(?![A-Za-z0-9])/dgu },
  {
    kind: "address",
    pattern: new RegExp(
      `(?:${ROAD}{2}[縣市])?(?:${ROAD}{1,3}[區鄉鎮市])?(?:${ROAD}{1,4}[里村])?(?:\\d{1,3}鄰)?` +
        `(?:${ROAD}{1,6}(?:路|街|大道)(?:[一二三四五六七八九十\\d]{1,2}段)?|(?<=[里村鄰]))` +
        `(?:\\d{1,4}巷)?(?:\\d{1,4}弄)?\\d{1,4}(?:[之-]\\d{1,4})?號(?:之\\d{1,3})?` +
        `(?:[一二三四五六七八九十\\d]{1,3}樓)?(?:之\\d{1,3})?(?:\\d{1,4}室)?`,
      "dgu",
    ),
  },
  { kind: "name", pattern: new RegExp(`((?:${SURNAMES})[${HAN}]{0,2}?)(?=${TITLES})`, "dgu") },
  {
    kind: "name",
    pattern: new RegExp(
      `(?:我叫|名叫|叫做|姓名[是為:：]?\\s?)((?:${SURNAMES})[${HAN}]{1,2})`,
      "dgu",
    ),
  },
  { kind: "name", pattern: /\b(?:Mr|Mrs|Ms|Miss)\.?\s+([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)/dgu },
]

/** Takes the place of what was found, so that what stood against it is seen as well; is in no pattern. */
const FOUND = "\u25a1"

/** The personal parts of a text, in order, none overlapping. */
export function findPersonal(text: string): PersonalPart[] {
  let plain = narrowed(text)
  const parts: PersonalPart[] = []
  for (let before = -1; before < parts.length;) {
    before = parts.length
    for (const { kind, pattern } of RULES) {
      const found = [...plain.matchAll(pattern)].map((match) => {
        const [from, to] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0]
        return { kind, from, to }
      })
      for (const { from, to } of found)
        plain = plain.slice(0, from) + FOUND.repeat(to - from) + plain.slice(to)
      parts.push(...found)
    }
  }
  return parts.sort((a, b) => a.from - b.from)
}

/** Full-width letters, digits and signs as narrow ones, place for place. */
function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u3000/g, " ")
}

/** The text with each personal part replaced by the word for its kind. Masking twice changes nothing more. */
export function maskPersonal(text: string, words: Readonly<Record<PersonalKind, string>>): string {
  let masked = ""
  let done = 0
  for (const { kind, from, to } of findPersonal(text)) {
    masked += text.slice(done, from) + words[kind]
    done = to
  }
  return masked + text.slice(done)
}
