/** One run of the tally worker in a process of its own, to be killed. */
import { openDatabase } from "~/server/tools/db.server"
import { updateTallies } from "~/server/statistics/tallies.server"

openDatabase(process.argv[2] ?? "")
await updateTallies()
