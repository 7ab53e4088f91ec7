/** Makes answers that look like an office's year, the same ones for the same seed: a pool from Node, rows by INSERT … SELECT. */
import type pg from "pg"
import { seededRandom, type RandomSource } from "~/domain/statistics/seeded-random"
import { askedItems, type Answers } from "~/domain/survey/branching"
import { type Item, type Questionnaire } from "~/domain/survey/questionnaire"
import { optionKeys } from "~/domain/survey/kinds/kinds"

export const OFFICE = "bench-office"
/** Different sets of answers; responses draw from them. Large enough that no total is round. */
const POOL_SIZE = 4096
const MODES = ["qr", "web", "tablet", "paper"] as const
const COMMENTS = [
  "等候時間太長，希望多開一個櫃檯。",
  "服務人員很親切，說明清楚。",
  "補發身分證要帶什麼文件，網站上找不到。",
  "停車不方便。",
]

export type Load = { from: string; days: number; count: number; firstNumber: number }

/** One office, one published version, one channel for each way of answering. Gives the version's id. */
export async function prepareOffice(client: pg.Client, content: Questionnaire): Promise<string> {
  await client.query(
    `insert into "Office" (id, name, "nameEn", city, phone, address, code) values ($1, '測試戶政事務所', 'Bench', '臺北市', '-', '-', 'BN')`,
    [OFFICE],
  )
  const questionnaire = await client.query<{ id: string }>(
    `insert into "Questionnaire" (id, slug, title) values (gen_random_uuid(), 'bench', 'bench') returning id`,
  )
  const version = await client.query<{ id: string }>(
    `insert into "QuestionnaireVersion" (id, "questionnaireId", number, content, "publishedAt")
     values (gen_random_uuid(), $1, 1, $2, now()) returning id`,
    [questionnaire.rows[0]?.id, JSON.stringify(content)],
  )
  for (const [i, mode] of MODES.entries()) {
    await client.query(
      `insert into "Channel" (id, code, "officeId", "questionnaireId", label, mode)
       values (gen_random_uuid(), $1, $2, $3, '{"zh-TW":"櫃檯"}', $4)`,
      [`bench-${i}`, OFFICE, questionnaire.rows[0]?.id, mode],
    )
  }
  await client.query(`create table bench_pool (number int primary key, answers jsonb)`)
  const pool = answerPool(content, seededRandom(20_261_120), POOL_SIZE)
  await client.query(
    `insert into bench_pool select ordinality - 1, value from jsonb_array_elements($1::jsonb) with ordinality`,
    [JSON.stringify(pool)],
  )
  return version.rows[0]?.id ?? ""
}

/** Answers as this questionnaire allows, with one mood per person so that the items are correlated. */
export function answerPool(content: Questionnaire, random: RandomSource, size: number): Answers[] {
  return Array.from({ length: size }, () => {
    const mood = random()
    const answers: Answers = {}
    for (const item of content.items) {
      const answer = answerTo(item, mood, random)
      if (answer !== null && askedItems(content, answers).includes(item)) answers[item.key] = answer
    }
    return answers
  })
}

function answerTo(item: Item, mood: number, random: RandomSource): string | string[] | null {
  const options = optionKeys(item)
  if (random() < (item.required ? 0 : 0.08)) return null
  if (item.kind === "text")
    return random() < 0.2 ? (COMMENTS[Math.floor(random() * COMMENTS.length)] ?? null) : null
  if (item.kind === "multiple")
    return options.filter(() => random() < 1.5 / options.length).slice(0, item.atMost ?? 3)
  if (item.kind === "choice") return options[Math.floor(random() ** 1.5 * options.length)] ?? null
  const place = 0.5 * mood + 0.5 * random()
  return (
    options[place < 0.55 ? 0 : place < 0.85 ? 1 : place < 0.94 ? 2 : place < 0.98 ? 3 : 4] ?? null
  )
}

/** Rows in the order of their days, spread evenly; everything about a row follows from its number. */
export async function insertResponses(
  client: pg.Client,
  versionId: string,
  load: Load,
): Promise<void> {
  await client.query(
    `insert into "Response" ("submissionKey", receipt, "versionId", "channelId", "officeId", mode, locale, "answeredOn", "receivedAt", answers)
     select 'bench-' || lpad(i::text, 9, '0'), 'B-' || lpad(i::text, 9, '0'), $1, c.id, $2, c.mode, 'zh-TW', d.day,
       d.day + time '01:00' + (abs(hashint8(i * 7)) % 36000) * interval '1 second', p.answers
     from generate_series($3::bigint, $3::bigint + $4::bigint - 1) i
     cross join lateral (select ($5::date + ((i - $3) * $6 / $4)::int) as day) d
     join (select id, mode, row_number() over (order by code) - 1 as place from "Channel" where "officeId" = $2) c
       on c.place = abs(hashint8(i)) % 4
     join bench_pool p on p.number = abs(hashint8(i * 31 + 5)) % ${POOL_SIZE}`,
    [versionId, OFFICE, load.firstNumber, load.count, load.from, load.days],
  )
}
