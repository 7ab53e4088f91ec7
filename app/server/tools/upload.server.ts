/** A form with one file: the same origin check as every form, read piece by piece up to a limit, never written to disk. */
import { accept, type Outcome, refuse, type Refusal } from "~/domain/outcome"
import { comesFromHere, readLimited } from "./form.server"

export type Upload = { bytes: Uint8Array; fields: Record<string, string> }
type ReadUpload = Outcome<Upload> | (Refusal & { status: number })

/** What a form with a file carries besides: its marks between the parts, and a few lines of text. */
const BESIDE_THE_FILE = 16 * 1024

/** Refuses with "forged-form", "file-too-large", "file-unreadable" or "file-required". */
export async function readUpload(
  request: Request,
  field: string,
  maxBytes: number,
): Promise<ReadUpload> {
  // Remix hands PUT, PATCH and DELETE to the same action; no form of ours sends them.
  if (request.method !== "POST") throw new Response(null, { status: 405 })
  if (!comesFromHere(request)) return { ...refuse("forged-form"), status: 403 }
  const tooLarge = refuse("file-too-large", { field, params: { max: Math.floor(maxBytes / 1024) } })
  const body = await readLimited(request, maxBytes + BESIDE_THE_FILE)
  if (body === null) return tooLarge
  const form = await parts(body, request.headers.get("content-type") ?? "")
  if (form === null) return refuse("file-unreadable", { field })
  const file = form.get(field)
  if (!(file instanceof Blob) || file.size === 0) return refuse("file-required", { field })
  if (file.size > maxBytes) return tooLarge
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  )
  return accept({
    bytes: new Uint8Array(await file.arrayBuffer()),
    fields: Object.fromEntries(texts),
  })
}

/** Null where the body is not the multipart form that its header promises. */
async function parts(body: Buffer, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), {
      headers: { "content-type": contentType },
    }).formData()
  } catch (error) {
    if (error instanceof TypeError) return null // undici's answer to a torn or foreign body
    throw error
  }
}
