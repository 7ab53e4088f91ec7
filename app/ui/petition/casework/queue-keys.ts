/** The keys of the queue: j and k move, Enter opens, / searches, ? shows the keys. Without script the page lacks nothing else. */
import { useEffect, useState } from "react"

/** Listens while the queue is on the page; gives whether the list of keys is shown. */
export function useQueueKeys(): boolean {
  const [showsKeys, setShowsKeys] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === "j") moveBy(1)
      else if (event.key === "k") moveBy(-1)
      else if (event.key === "?") setShowsKeys((shown) => !shown)
      else if (event.key === "/") focusSearch(event)
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [])
  return showsKeys
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** The focused link is the place in the list, so Enter opens it without our help. */
function moveBy(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-queue-link]")]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)
  links[next]?.focus()
}

function focusSearch(event: KeyboardEvent): void {
  event.preventDefault()
  document.querySelector<HTMLInputElement>("input[type=search]")?.focus()
}
