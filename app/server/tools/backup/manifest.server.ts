/** What an archive says of itself: of which schema it is, which tables and files it holds, and their hashes. */
import type { FileHandle } from "node:fs/promises"
import { z } from "zod"
import {
  damaged,
  type MemberPlace,
  readMember,
  contentHash,
  surveyArchive,
  type Writing,
} from "./archive.server"

const MANIFEST = "manifest.json"
const MANIFEST_HASH = "manifest.sha256"
export const SECRET = "session-secret"

const Member = z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })
const Manifest = z.object({
  format: z.literal("minyi-backup-1"),
  madeAt: z.string(),
  postgres: z.string(),
  /** The migrations that the database had: its schema's version. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      parts: z.array(Member),
    }),
  ),
  /** `last` is null where no number was given out yet. */
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
  files: z.array(Member),
})
export type Manifest = z.infer<typeof Manifest>

/** Last in the archive: what is cut off has none. */
export async function writeManifest(archive: Writing, manifest: Manifest): Promise<void> {
  const content = Buffer.from(JSON.stringify(manifest, null, 2))
  await archive.add(MANIFEST, content)
  await archive.add(MANIFEST_HASH, Buffer.from(contentHash(content)))
}

export type Checked = { manifest: Manifest; placeOf: (file: string) => MemberPlace }

/** The manifest, after every byte of the archive was read and found as it was written. */
export async function checkArchive(handle: FileHandle): Promise<Checked> {
  const places = await surveyArchive(handle)
  const placeOf = (file: string): MemberPlace => {
    const place = places.get(file)
    if (!place) throw damaged()
    return place
  }
  const hash = await readMember(handle, placeOf(MANIFEST_HASH))
  if (placeOf(MANIFEST).sha256 !== hash.toString()) throw damaged()
  const content: unknown = JSON.parse((await readMember(handle, placeOf(MANIFEST))).toString())
  const parsed = Manifest.safeParse(content)
  if (!parsed.success) throw damaged()
  const manifest = parsed.data
  for (const { file, bytes, sha256 } of [...manifest.files, ...partsOf(manifest)]) {
    const place = placeOf(file)
    if (place.sha256 !== sha256 || place.bytes !== bytes) throw damaged()
  }
  return { manifest, placeOf }
}

const partsOf = ({ tables }: Manifest) => tables.flatMap(({ parts }) => parts)
