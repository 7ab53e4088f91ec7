/**
 * Answers: what can a reader work out about a hidden cell from the cells and totals that are shown?
 * Assumes the reader knows that counts are whole and not negative, and that rows and columns add up; nothing else.
 * A table with totals is a network: rows and columns are nodes, cells are pipes. How far a hidden cell can rise or fall
 * is the largest flow that the other hidden cells can carry around it.
 * Source: Gusfield 1988, SIAM J. Comput. 17:552; Cox 1995, JASA 90:1453.
 * Example: a hidden cell alone in its row is known exactly: it reaches 0 up and 0 down.
 */

/** Counts with their totals: the last row and the last column are sums. */
export type Grid = readonly (readonly number[])[]
export type HiddenGrid = readonly (readonly boolean[])[]
/** A table of which some cells are not shown. */
export type Redacted = { grid: Grid; hidden: HiddenGrid }
export type Place = { row: number; column: number }
export type Direction = "up" | "down"

/** Counts with a totals row and a totals column added. */
export function withTotals(counts: Grid): number[][] {
  const rows = counts.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)])
  const width = (counts[0]?.length ?? 0) + 1
  const totals = Array.from({ length: width }, (_, j) =>
    rows.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  )
  return [...rows, totals]
}

/** How far from its true value a reader must think the hidden cell can lie in that direction, up to `wanted`. */
export function reachOf(
  table: Redacted,
  place: Place,
  direction: Direction,
  wanted: number,
): number {
  return pushed(table, place, direction, wanted).reach
}

/**
 * The cheapest further cells to hide so that the place can move further; empty when none can help.
 * Small counts are cheap, empty cells and totals dear, because those a reader misses most.
 */
export function cellsToHide(
  table: Redacted,
  place: Place,
  direction: Direction,
  wanted: number,
): Place[] {
  const { arcs, start, end } = pushed(table, place, direction, wanted)
  const path = cheapestPath(arcs, start, end, (arc) => arc.room > 0)
  return path.map((arc) => arc.place).filter(({ row, column }) => !table.hidden[row]?.[column])
}

/** One direction of a pipe. `back` is the other one: what flows here makes room there. */
type Arc = {
  from: number
  to: number
  place: Place
  isHidden: boolean
  room: number
  cost: number
  back: Arc | null
}

type Pushed = { reach: number; arcs: Arc[]; start: number; end: number }

/** Sends as much around the place as the other hidden cells carry. */
function pushed(table: Redacted, place: Place, direction: Direction, wanted: number): Pushed {
  const arcs = arcsOf(table, place)
  const own = endsOf(table.grid, place)
  const [start, end] = direction === "up" ? [own.to, own.from] : [own.from, own.to]
  const most =
    direction === "up" ? wanted : Math.min(wanted, table.grid[place.row]?.[place.column] ?? 0)
  let reach = 0
  while (reach < most) {
    const path = cheapestPath(arcs, start, end, (arc) => arc.isHidden && arc.room > 0)
    if (path.length === 0) break
    const amount = Math.min(most - reach, ...path.map((arc) => arc.room))
    for (const arc of path) {
      arc.room -= amount
      if (arc.back) arc.back.room += amount
    }
    reach += amount
  }
  return { reach, arcs, start, end }
}

/** Interior cells and the grand total flow from row to column, the other totals back, so that every line adds up. */
function endsOf(grid: Grid, { row, column }: Place): { from: number; to: number } {
  const lastRow = grid.length - 1
  const lastColumn = (grid[0]?.length ?? 1) - 1
  const columnNode = grid.length + column
  const isForward = row < lastRow === column < lastColumn
  return isForward ? { from: row, to: columnNode } : { from: columnNode, to: row }
}

function arcsOf({ grid, hidden }: Redacted, except: Place): Arc[] {
  const total = grid.at(-1)?.at(-1) ?? 0
  return grid.flatMap((line, row) =>
    line.flatMap((count, column) => {
      if (row === except.row && column === except.column) return []
      const isTotal = row === grid.length - 1 || column === line.length - 1
      const isHidden = hidden[row]?.[column] ?? false
      const shownCost = isTotal || count === 0 ? total + count + 1 : count + 1
      const shared = { place: { row, column }, isHidden, cost: isHidden ? 0 : shownCost }
      const { from, to } = endsOf(grid, { row, column })
      const rising: Arc = { ...shared, from, to, room: Number.MAX_SAFE_INTEGER, back: null }
      const falling: Arc = { ...shared, from: to, to: from, room: count, back: rising }
      rising.back = falling
      return [rising, falling]
    }),
  )
}

/** Bellman–Ford; the tables are small. Empty when there is no way. */
function cheapestPath(
  arcs: readonly Arc[],
  start: number,
  end: number,
  isUsable: (arc: Arc) => boolean,
): Arc[] {
  const usable = arcs.filter(isUsable)
  const best = new Map<number, { cost: number; by: Arc | null }>([[start, { cost: 0, by: null }]])
  let changed = true
  while (changed) {
    changed = false
    for (const arc of usable) {
      const here = best.get(arc.from)
      if (!here || here.cost + arc.cost >= (best.get(arc.to)?.cost ?? Infinity)) continue
      best.set(arc.to, { cost: here.cost + arc.cost, by: arc })
      changed = true
    }
  }
  const path: Arc[] = []
  for (let arc = best.get(end)?.by ?? null; arc; arc = best.get(arc.from)?.by ?? null)
    path.unshift(arc)
  return path
}
