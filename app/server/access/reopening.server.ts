/** Shows a kept form again at its own address, filled in and not sent: every door of the staff has this without knowing it. */
import { redirect } from "@remix-run/node"
import { hasWriting } from "~/domain/access/kept-form"
import { REOPENED_HEADER } from "../tools/form.server"
import { forgetKeptForm, KEPT_PARAM, type KeptForm, openKeptForm } from "./kept-forms.server"
import { findSignedIn } from "./session.server"

type Render = (request: Request) => Promise<Response>

/**
 * Answers a visit to an address with a kept form of the person signed in: the door gets the form as if it were sent, and
 * `readFields` refuses it, so that the page comes with the text and nothing happens. Null for every other request. Where
 * the door has no page for it any more (the case moved on), the text is shown on a page of its own.
 */
export async function reopenKeptForm(request: Request, render: Render): Promise<Response | null> {
  const { pathname, searchParams } = new URL(request.url)
  const id = searchParams.get(KEPT_PARAM)
  if (id === null || !pathname.startsWith("/staff/")) return null
  const staff = await findSignedIn(request)
  if (!staff) return null
  if (request.method === "POST") {
    await forgetKeptForm(id, staff.id)
    return null
  }
  const kept = request.method === "GET" ? await openKeptForm(id, staff.id) : null
  if (!kept || kept.path !== pathname) return null
  const page = await render(asSent(request, kept))
  if (page.status === 200) return page
  return hasWriting(kept.entered) ? redirect(`/staff/kept/${id}`) : null
}

function asSent(request: Request, { entered }: KeptForm): Request {
  const headers = new Headers(request.headers)
  headers.delete("sec-fetch-site") // whoever linked here: what is asked now is asked by the portal
  headers.delete("content-length")
  headers.set(REOPENED_HEADER, "yes")
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(entered))
    for (const one of [value].flat()) body.append(name, one)
  return new Request(request.url, { method: "POST", headers, body })
}
