/** A process of its own: "start" opens a folder's database and waits to be killed; "migrate" migrates an address. */
import { migrate } from "~/server/tools/migrations.server"
import { startEmbeddedDatabase } from "~/server/tools/postgres/embedded.server"

const [, , command, place = ""] = process.argv
if (command === "start") {
  console.log((await startEmbeddedDatabase(place)).url)
  setInterval(() => {}, 1000)
} else {
  console.log(JSON.stringify(await migrate(place)))
}
