/** The one door of every action on a case: opens the case for it, shows what its form needs, and does it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node"
import type { CaseAction } from "~/domain/petition/casework/actions/all"
import { type Desk, readActionHead, requireCase } from "./desk.server"
import { WORK } from "./work.server"

/** `read`: what the form shows besides the head of the case. */
export function caseDoor<More extends object = object>(
  name: CaseAction,
  read: (desk: Desk) => More | Promise<More>,
) {
  return {
    loader: async ({ request, params }: LoaderFunctionArgs) => {
      const desk = await requireCase(request, params["number"], name)
      const [head, more] = await Promise.all([readActionHead(desk, name), read(desk)])
      return { head, ...more }
    },
    action: async ({ request, params }: ActionFunctionArgs) =>
      WORK[name](request, await requireCase(request, params["number"], name)),
  }
}
