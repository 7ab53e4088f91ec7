/**
 * What an answer costs on the disk, all included: `npx tsx tests/bench/bytes.ts <DATA_DIR>` of a seeded demo.
 * RESULTS.md holds the last figures.
 */
import pg from "pg"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"

const database = await startEmbeddedDatabase(process.argv[2] ?? ".data")
const client = new pg.Client({ connectionString: database.url })
await client.connect()
try {
  const { rows: counted } = await client.query<{ n: number }>(
    `select count(*)::int as n from "Response"`,
  )
  const answers = counted[0]?.n ?? 0
  const { rows } = await client.query<{
    name: string
    rows: string
    heap: string
    indexes: string
  }>(
    `select relname as name, n_live_tup as rows, pg_table_size(relid) as heap, pg_indexes_size(relid) as indexes
     from pg_stat_user_tables
     where relname in ('Response', 'ResponseMark', 'ItemTally', 'PairTally', 'TallyPlace', 'TallyTick')
     order by pg_total_relation_size(relid) desc`,
  )
  let bytes = 0
  for (const { name, rows: n, heap, indexes } of rows) {
    const own = Number(heap) + Number(indexes)
    bytes += own
    console.log(
      `${name}: ${n} rows, ${heap} + ${indexes} bytes, ${Math.round(own / answers)} an answer`,
    )
  }
  console.log(`${answers} answers, ${Math.round(bytes / answers)} bytes each, all included`)
  const { rows: log } = await client.query<{ bytes: string }>(
    "select sum(size) as bytes from pg_ls_waldir()",
  )
  console.log(`write-ahead log: ${Math.round(Number(log[0]?.bytes) / 1e6)} MB`)
} finally {
  await client.end()
  await database.stop()
}
