/** The stream of a rendered page, without the bytes that React 18 leaves unwritten between two of its views. */
import { Transform } from "node:stream"

/** React's renderer collects text in views of this size (VIEW_SIZE in react-dom-server.node). */
const VIEW_BYTES = 2048

/**
 * A character that no longer fits into a view begins the next one, and React 18.3 sends the full view nevertheless:
 * its last one to three bytes were never written and arrive as U+0000 (facebook/react issue 24985, mended in 19).
 * Exactly those are dropped: the zeros at the end of a full view which are fewer than the bytes of the character that
 * the next view begins with. Every other byte passes as it came.
 */
export function withoutUnfilledTails(): Transform {
  let waiting: Buffer | null = null
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (waiting) this.push(filledPart(waiting, chunk))
      const endsInZero = chunk.byteLength === VIEW_BYTES && chunk[VIEW_BYTES - 1] === 0
      waiting = endsInZero ? chunk : null
      if (!endsInZero) this.push(chunk)
      done()
    },
    flush(done) {
      if (waiting) this.push(waiting)
      done()
    },
  })
}

function filledPart(view: Buffer, next: Buffer): Buffer {
  const missing = characterBytes(next[0] ?? 0)
  let zeros = 0
  while (view[VIEW_BYTES - 1 - zeros] === 0) zeros += 1
  return zeros < missing ? view.subarray(0, VIEW_BYTES - zeros) : view
}

/** How many bytes the character has that begins with this one (RFC 3629). */
function characterBytes(first: number): number {
  if (first >= 0xf0) return 4
  if (first >= 0xe0) return 3
  return first >= 0xc0 ? 2 : 1
}
