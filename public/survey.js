// Comfort for the questionnaire, never the way through: keeps a draft while the page is open in this tab, and says
// what is left to those who listen. Without it everything works.
const form = document.querySelector("form.a")
const drafts = globalThis.sessionStorage
const name = `draft ${location.pathname}`

if (form && drafts) {
  const isRefused = document.getElementById("problems") !== null
  if (!isRefused) restore()
  let timer = 0
  form.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(keep, 300)
  })
  form.addEventListener("submit", keep)
  // The next person on this telephone or tablet must not find the answers of the one before.
} else if (drafts && location.pathname.endsWith("/thanks")) {
  drafts.removeItem(`draft ${location.pathname.replace(/\/thanks$/, "")}`)
}

function keep() {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== "")
  try {
    drafts.setItem(name, JSON.stringify(fields))
  } catch {
    // A full or forbidden store loses the draft, not the answers.
  }
}

function restore() {
  for (const [field, value] of read()) {
    for (const control of form.elements) {
      if (control.name !== field) continue
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
