// Comfort for writing a petition, never the way through: keeps what is typed in this tab until it reached the office,
// counts characters, and waits with sending while there is no connection. Without it everything works.
const form = document.querySelector("form[data-draft]")
const tab = globalThis.sessionStorage
const print = document.getElementById("print")

if (form) {
  const name = `petition ${form.dataset.draft}`
  restore(name)
  form.addEventListener("input", () => keep(name))
  form.addEventListener("submit", (event) => {
    keep(name)
    const offline = document.getElementById("offline")
    offline.hidden = navigator.onLine
    if (navigator.onLine) return
    event.preventDefault()
    offline.scrollIntoView({ block: "center" })
  })
  addEventListener("online", () => (document.getElementById("offline").hidden = true))
  for (const meter of document.querySelectorAll("[data-meter]")) follow(meter)
} else {
  forgetSent(document.querySelector("script[data-sent]")?.dataset.sent)
}
if (print) {
  print.hidden = false
  print.addEventListener("click", () => globalThis.print())
}

/** The fields that a person fills in; `asServed` is what the office had kept when it wrote this page. */
function fields() {
  return [...form.elements].filter((one) => one.name && !/^(hidden|submit)$/.test(one.type) && !one.closest(".trap"))
}
function isChoice({ type }) {
  return type === "radio" || type === "checkbox"
}

function asServed() {
  return JSON.stringify(fields().map((one) => (isChoice(one) ? one.defaultChecked : one.defaultValue)))
}

function asTyped() {
  return fields().map((one) => (isChoice(one) ? one.checked : one.value))
}

function keep(name) {
  try {
    tab.setItem(name, JSON.stringify({ served: asServed(), typed: asTyped() }))
  } catch {
    // A full or forbidden store loses this copy, not what stands in the form.
  }
}

/** Only what never arrived is put back: once the office has kept something newer, its text counts. */
function restore(name) {
  const { served, typed } = read(name)
  if (served !== asServed() || !Array.isArray(typed)) return tab?.removeItem(name)
  fields().forEach((one, index) => {
    if (isChoice(one)) one.checked = typed[index] === true
    else one.value = String(typed[index] ?? "")
  })
}

function read(name) {
  try {
    return JSON.parse(tab.getItem(name)) ?? {}
  } catch {
    return {}
  }
}

/** What was sent is no longer needed here, and the next person must not find it. */
function forgetSent(draft) {
  if (!draft || !tab) return
  for (const name of Object.keys(tab)) if (name.startsWith(`petition ${draft} `)) tab.removeItem(name)
}

/** Says how much is written, as the office counts: 𠮷 is one, and so is the end of a line. */
function follow(meter) {
  const field = form.elements[meter.dataset.meter]
  const max = Number(meter.dataset.max)
  const say = (n) => n.toLocaleString(document.documentElement.lang)
  const show = () => {
    const count = [...field.value.trim()].length
    const words = count > max ? meter.dataset.over : meter.dataset.words
    meter.textContent = words.replace("[count]", say(count)).replace("[max]", say(max))
    meter.classList.toggle("over", count > max)
    meter.hidden = false
    if (count > max) meter.setAttribute("role", "status")
    else meter.removeAttribute("role")
  }
  field.addEventListener("input", show)
  show()
}
