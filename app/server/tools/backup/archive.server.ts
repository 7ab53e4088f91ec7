/** One file that holds many: a plain tar, written and read without foreign tools, so that any office can look into it. */
import { createHash } from "node:crypto"
import { type FileHandle, open, rename, rm } from "node:fs/promises"

export type Member = { file: string; bytes: number; sha256: string }
/** Where a member lies in the file. */
export type MemberPlace = Member & { offset: number }

/** An archive that cannot be written or used; the message is one sentence for the person at the keyboard. */
export class ArchiveError extends Error {
  override name = "ArchiveError"
}

const BLOCK = 512
const FIELD = { name: [0, 100], size: [124, 12], checksum: [148, 8], magic: [257, 6] } as const
const OWNER_ONLY = 0o600 // it holds what citizens wrote, and the key that signs

export type Writing = {
  add: (file: string, content: Buffer) => Promise<Member>
  /** The archive takes its name only when it is complete and on the disk. */
  finish: () => Promise<void>
  abandon: () => Promise<void>
}

export async function writeArchive(file: string): Promise<Writing> {
  const partial = `${file}.partial`
  const taken = await open(file).catch(() => null)
  await taken?.close()
  if (taken) throw new ArchiveError(`${file} is there already; give another name.`)
  const handle = await open(partial, "w", OWNER_ONLY)
  return {
    add: async (name, content) => {
      const rest = (BLOCK - (content.byteLength % BLOCK)) % BLOCK
      await handle.writev([header(name, content.byteLength), content, Buffer.alloc(rest)])
      return { file: name, bytes: content.byteLength, sha256: contentHash(content) }
    },
    finish: async () => {
      await handle.write(Buffer.alloc(2 * BLOCK))
      await handle.sync()
      await handle.close()
      await rename(partial, file)
    },
    abandon: async () => {
      await handle.close()
      await rm(partial, { force: true })
    },
  }
}

/** POSIX.1-1988 (ustar): numbers in octal, the checksum over the header with its own field blank. */
function header(name: string, bytes: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write("0000600\0" + "0000000\0" + "0000000\0", 100)
  block.write(`${bytes.toString(8).padStart(11, "0")}\0`, FIELD.size[0])
  block.write(`${(0).toString(8).padStart(11, "0")}\0`, 136)
  block.write("        0", FIELD.checksum[0])
  block.write("ustar\x0000", FIELD.magic[0])
  block.write(`${sumOf(block).toString(8).padStart(6, "0")}\0 `, FIELD.checksum[0])
  return block
}

const sumOf = (block: Buffer): number => block.reduce((sum, byte) => sum + byte, 0)

/** Reads the whole archive once and says where everything lies. Refuses what is cut off or is no archive. */
export async function surveyArchive(handle: FileHandle): Promise<Map<string, MemberPlace>> {
  const places = new Map<string, MemberPlace>()
  for (let offset = 0; ;) {
    const block = await readAt(handle, offset, BLOCK)
    if (block.every((byte) => byte === 0)) return places
    const { file, bytes } = readHeader(block)
    offset += BLOCK
    const content = await readAt(handle, offset, bytes)
    places.set(file, { file, bytes, sha256: contentHash(content), offset })
    offset += Math.ceil(bytes / BLOCK) * BLOCK
  }
}

function readHeader(block: Buffer): { file: string; bytes: number } {
  const text = ([from, length]: readonly [number, number]) =>
    block
      .subarray(from, from + length)
      .toString("utf8")
      .replace(/\0.*$/s, "")
  const said = parseInt(text(FIELD.checksum), 8)
  const blank = Buffer.from(block).fill(" ", FIELD.checksum[0], FIELD.checksum[0] + 8)
  if (text(FIELD.magic) !== "ustar" || said !== sumOf(blank)) throw damaged()
  return { file: text(FIELD.name), bytes: parseInt(text(FIELD.size), 8) }
}

export const readMember = (handle: FileHandle, { offset, bytes }: MemberPlace): Promise<Buffer> =>
  readAt(handle, offset, bytes)

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw damaged()
  return buffer
}

export const damaged = (): ArchiveError =>
  new ArchiveError("The archive is damaged or incomplete; nothing was restored.")

export const contentHash = (content: Buffer): string =>
  createHash("sha256").update(content).digest("hex")
