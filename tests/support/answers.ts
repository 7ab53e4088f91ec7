/** What a door answers: the status, whether it returned a page's data, returned a response or threw one. */
export async function statusOf(knock: Promise<unknown> | (() => unknown)): Promise<number> {
  try {
    const answer = await (typeof knock === "function" ? knock() : knock)
    if (answer instanceof Response) return answer.status
    return (answer as { init?: { status?: number } | null } | null)?.init?.status ?? 200
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}
