/** Rows as values: what a change writes is said by its topic and put into the database by `change` alone. */
import type { Prisma } from "#prisma/client/client"
import type { Transaction } from "./db.server"

/** The tables that change by decision. Answers, events, letters, tallies and sessions have writers of their own. */
type Table =
  | "petition"
  | "finding"
  | "plan"
  | "planItem"
  | "workRow"
  | "questionnaire"
  | "questionnaireVersion"
  | "channel"
  | "officeClosure"
  | "calendarYear"
  | "staff"

type Operations = {
  [Name in Table]: Prisma.TypeMap["model"][Capitalize<Name>]["operations"]
}
type Made<Name extends Table> = Operations[Name]["create"]["args"]["data"]
type Altered<Name extends Table> = Operations[Name]["update"]["args"]["data"]
type Which<Name extends Table> = Operations[Name]["update"]["args"]["where"]

type RowOf<Name extends Table> = {
  [One in Name]: { table: One } & (
    | { create: Made<One>; where?: never; update?: never }
    | { where: Which<One>; update: Altered<One>; create?: never }
    | { where: Which<One>; update?: never; create?: never }
  )
}[Name]

/** One row to make (`create`), to change (`where`, `update`), or to remove (`where` alone). */
export type Row = RowOf<Table>

type Tables = {
  [Name in Table]: {
    create(args: { data: Made<Name> }): PromiseLike<unknown>
    update(args: { where: Which<Name>; data: Altered<Name> }): PromiseLike<unknown>
    delete(args: { where: Which<Name> }): PromiseLike<unknown>
  }
}

export async function writeRow<Name extends Table>(
  tx: Transaction,
  row: RowOf<Name>,
): Promise<void> {
  const tables: Tables = tx
  const table = tables[row.table]
  if (row.create) await table.create({ data: row.create })
  else if (row.where && row.update) await table.update({ where: row.where, data: row.update })
  else if (row.where) await table.delete({ where: row.where })
}
