import path from "node:path"
import ts from "typescript"
import { beforeAll, describe, expect, test } from "vitest"
import { filesBelow } from "./sources"

/** Who writes into tables other than by `tools/change`, each for its reason. */
const WRITERS: Record<string, string> = {
  "app/server/access/kept-forms.server.ts": "what was not taken, until its writer has it back",
  "app/server/access/session.server.ts": "sessions are a store of tokens, no record of the office",
  "app/server/petition/filing/drafts.server.ts": "a draft is nobody's petition yet",
  "app/server/petition/outbox.server.ts": "a letter is put back into the queue",
  "app/server/statistics/tallies/sums.server.ts": "counts what was answered",
  "app/server/statistics/tallies/worker.server.ts": "counts what was answered",
  "app/server/survey/flagged.server.ts": "judgements on answers are only ever added",
  "app/server/survey/flags.server.ts":
    "flags are only ever added; how answers came in is forgotten after a day",
  "app/server/survey/responses.server.ts": "answers are only ever added",
  "app/server/tools/db.server.ts": "sets what one transaction may take, writes nothing",
  "app/server/tools/events.server.ts": "the history is only ever added to",
  "app/server/tools/outbox.server.ts": "letters, and how far they got",
  "app/server/tools/readiness.server.ts": "proves that the disk takes a row",
  "app/server/tools/throttle.server.ts": "tries are counted, not decided",
}

/** Who writes into the history; everybody else's events are part of a change. */
const HISTORIANS: Record<string, string> = {
  "app/server/access/accounts.server.ts": "trying to sign in changes no account",
  "app/server/petition/casework/reminders.server.ts": "a reminder changes nothing",
  "app/server/petition/letters.server.ts":
    "that a letter has to go on paper is known when it is written",
  "app/server/petition/outbox.server.ts": "what became of a letter changes no case",
  "app/server/survey/flagged.server.ts": "a judgement belongs to answers, which never change",
  "app/server/tools/change.server.ts": "the one way a record changes",
}

const WRITES =
  /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany|\$executeRaw|\$executeRawUnsafe)$/
const SQL_THAT_WRITES =
  /\b(insert\s+into|update\s+(only\s+)?"|delete\s+from|merge\s+into|truncate)/i

const files = filesBelow("app", /\.tsx?$/).filter((file) => !file.endsWith(".d.ts"))
const inPrisma = `${path.sep}prisma${path.sep}client${path.sep}`
let found: { writers: Set<string>; historians: Set<string>; rowWriters: Set<string> }

/** What the compiler says of a call: whether it is a function of the database's client, whatever its name here. */
function readCalls() {
  const read = ts.readConfigFile("tsconfig.json", (file) => ts.sys.readFile(file))
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, ".")
  const program = ts.createProgram(files, { ...options, noEmit: true })
  const checker = program.getTypeChecker()
  const result = {
    writers: new Set<string>(),
    historians: new Set<string>(),
    rowWriters: new Set<string>(),
  }
  for (const file of files) {
    const source = program.getSourceFile(file)
    if (!source) throw new Error(`${file} was not read`)
    const visit = (node: ts.Node): void => {
      if (writes(node, checker)) result.writers.add(file)
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        if (node.expression.text === "appendEvent") result.historians.add(file)
        if (node.expression.text === "writeRow") result.rowWriters.add(file)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return result
}

function writes(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isTaggedTemplateExpression(node) && SQL_THAT_WRITES.test(node.template.getText()))
    return true
  const called = ts.isTaggedTemplateExpression(node)
    ? node.tag
    : ts.isCallExpression(node)
      ? node.expression
      : null
  if (!called || !ts.isPropertyAccessExpression(called) || !WRITES.test(called.name.text))
    return false
  const declared = checker.getSymbolAtLocation(called.name)?.declarations ?? []
  return declared.some((one) => path.normalize(one.getSourceFile().fileName).includes(inPrisma))
}

describe("tables are written", () => {
  beforeAll(() => {
    found = readCalls()
  }, 120_000)

  test("by the changer, and otherwise only by those who are named here with their reason", () => {
    expect([...found.writers].toSorted()).toEqual(Object.keys(WRITERS).toSorted())
  })

  test("row by row from one place", () => {
    expect([...found.rowWriters]).toEqual(["app/server/tools/change.server.ts"])
  })

  test("with an event by the changer, and otherwise only by those who are named here", () => {
    expect([...found.historians].toSorted()).toEqual(Object.keys(HISTORIANS).toSorted())
  })
})
