/** A page kept compressed with a gap for the key of each reader: only the few bytes behind the gap are made anew. */
import { once } from "node:events"
import { constants, crc32, createBrotliCompress, createGzip } from "node:zlib"

export type Encoding = "br" | "gzip" | "identity"
/** What stands before the gap, in each encoding, and how the rest of the page is put behind it. */
export type KeyedPage = Record<Encoding, (key: string) => Uint8Array<ArrayBuffer>>

/** Both formats hold uncompressed blocks of at most so many bytes. */
const MOST_ENDING = 65_535

/**
 * Compresses everything before the key once. The key and what follows it (the page's last lines) become an
 * uncompressed block, so that serving costs a copy and not a compression. Null when the key is not in the page,
 * or too far from its end.
 */
export async function keepWithGap(html: string, key: string): Promise<KeyedPage | null> {
  const gap = html.lastIndexOf(key)
  const ending = Buffer.from(html.slice(gap + key.length))
  if (gap < 0 || ending.length + key.length > MOST_ENDING) return null
  const head = Buffer.from(html.slice(0, gap))
  const [br, gzip] = await Promise.all([brotliHead(head), gzipHead(head)])
  const headCheck = crc32(head)
  const closing = (fresh: string) => Buffer.concat([Buffer.from(fresh), ending])
  return {
    identity: (fresh) => joined(head, closing(fresh)),
    br: (fresh) => joined(br, brotliEnd(closing(fresh))),
    gzip: (fresh) => joined(gzip, gzipEnd(closing(fresh), headCheck, head.length)),
  }
}

function joined(head: Buffer, end: Buffer): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(head.length + end.length)
  body.set(head)
  body.set(end, head.length)
  return body
}

/** RFC 7932 §9.2: a meta-block that is not the last (0), four nibbles of length (00), length − 1, uncompressed (1); then the empty last one. */
function brotliEnd(bytes: Buffer): Buffer {
  const header = Buffer.alloc(3)
  header.writeUIntLE(((bytes.length - 1) << 3) | (1 << 19), 0, 3)
  return Buffer.concat([header, bytes, Buffer.from([0x03])])
}

/** RFC 1951 §3.2.4: the last block, stored; RFC 1952 §2.3.1: the check and the length of the whole. */
function gzipEnd(bytes: Buffer, headCheck: number, headLength: number): Buffer {
  const header = Buffer.alloc(5)
  header.writeUInt8(1, 0)
  header.writeUInt16LE(bytes.length, 1)
  header.writeUInt16LE(~bytes.length & 0xffff, 3)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(bytes, headCheck), 0)
  trailer.writeUInt32LE((headLength + bytes.length) >>> 0, 4)
  return Buffer.concat([header, bytes, trailer])
}

function brotliHead(head: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: head.byteLength,
  }
  return flushed(createBrotliCompress({ params }), head, constants.BROTLI_OPERATION_FLUSH)
}

const gzipHead = (head: Buffer): Promise<Buffer> =>
  flushed(createGzip({ level: 9 }), head, constants.Z_FULL_FLUSH)

type Compressor = ReturnType<typeof createGzip> | ReturnType<typeof createBrotliCompress>

/** Everything compressed up to a whole byte, and the stream left open. */
async function flushed(compressor: Compressor, head: Buffer, kind: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  compressor.on("data", (piece: Buffer) => pieces.push(piece))
  compressor.write(head)
  await new Promise<void>((resolve) => compressor.flush(kind, () => resolve()))
  while (compressor.readableLength > 0) await once(compressor, "data")
  compressor.destroy()
  return Buffer.concat(pieces)
}
