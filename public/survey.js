// Comfort for the questionnaire, never the way through: keeps a draft while the page is open in this tab, brings a
// follow-up into view, and on a tablet clears the page for the next person. Without it everything works.
const form = document.querySelector("form.a")
const drafts = globalThis.sessionStorage
const name = `draft ${location.pathname}`

if (form) {
  form.addEventListener("change", showFollowUp)
  if ("shared" in form.dataset) forgetOnLeaving()
  else if (drafts) keepDraft()
} else if (location.pathname.endsWith("/thanks")) {
  // The next person on this telephone must not find the answers of the one before.
  drafts?.removeItem(`draft ${location.pathname.replace(/\/thanks$/, "")}`)
  countDown()
}

function keepDraft() {
  const isRefused = document.getElementById("problems") !== null
  if (!isRefused) restore()
  let timer = 0
  form.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(keep, 300)
  })
  form.addEventListener("submit", () => {
    clearTimeout(timer) // or it would write the draft anew after the thanks have removed it
    keep()
  })
}

/** On a tablet: what one person typed is gone before the next one can press Back. */
function forgetOnLeaving() {
  addEventListener("pagehide", () => form.reset())
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload()
  })
}

/** A follow-up opens right below its question, which may be below the window. */
function showFollowUp({ target }) {
  const next = target.closest(".q")?.nextElementSibling
  if (!next?.classList.contains("f") || next.offsetHeight === 0) return
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  next.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" })
}

/** Goes back to the start by itself, says so, and stops when asked. */
function countDown() {
  const notice = document.getElementById("back-to-start")
  const left = notice?.querySelector("b")
  if (!notice || !left) return
  notice.hidden = false
  const timer = setInterval(() => {
    left.textContent = String(Number(left.textContent) - 1)
    if (Number(left.textContent) > 0) return
    clearInterval(timer)
    location.replace(notice.dataset.to)
  }, 1000)
  notice.querySelector("button").addEventListener("click", () => {
    clearInterval(timer)
    notice.hidden = true
  })
}

function keep() {
  const isText = ([field, value]) => field !== "answer-key" && typeof value === "string" && value !== ""
  try {
    drafts.setItem(name, JSON.stringify([...new FormData(form)].filter(isText)))
  } catch {
    // A full or forbidden store loses the draft, not the answers.
  }
}

function restore() {
  for (const [field, value] of read()) {
    for (const control of form.elements) {
      if (control.name !== field) continue
      control.closest("details")?.setAttribute("open", "") // what was written must be seen
      if (control.type === "radio" || control.type === "checkbox") control.checked ||= control.value === value
      else if (control.value === "") control.value = value
    }
  }
}

function read() {
  try {
    const kept = JSON.parse(drafts.getItem(name) ?? "[]")
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}
