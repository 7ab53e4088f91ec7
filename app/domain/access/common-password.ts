/** Passwords that are guessed first (NIST SP 800-63B 3.1.1.2): long enough, and still no secret. */

/** What a guesser begins with: words that long passwords are made of here and everywhere. */
const WORDS = [
  ..."password passw0rd passwort letmein welcome iloveyou monkey dragon sunshine princess".split(
    " ",
  ),
  ..."football baseball superman batman trustno1 master shadow michael jordan starwars".split(" "),
  ..."admin administrator root login user guest test demo secret changeme default temp".split(" "),
  ..."minyi taiwan taipei taipeicity gov household office director secretary officer".split(" "),
  ..."huzheng minzheng woaini aini qwerty qwertz azerty asdf zxcv abc".split(" "),
]

/** Rows and columns of the keyboard, alphabet and digits: a run along one of them is one movement of the hand. */
const RUNS = [
  ..."qwertyuiop asdfghjkl zxcvbnm 1234567890 abcdefghijklmnopqrstuvwxyz 0123456789".split(" "),
  ..."1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p qazwsxedcrfvtgbyhnujmikolp".split(" "),
  ..."!qaz@wsx#edc$rfv%tgb^yhn !@#$%^&*() 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6u7i8o9p0".split(" "),
]
const LOOK_ALIKES: Record<string, string> = { "@": "a", "0": "o", "3": "e", $: "s", "!": "i" }

/** The demo's password is printed in the README. */
const PUBLISHED = ["minyi-demo-2026", "correct horse battery staple", "correcthorsebatterystaple"]

/** Fewer than this left when the guessable parts are taken away: whoever guesses is done soon. */
const LEAST_LEFT = 6

/** Whether it is among the first that somebody would try; `about` are the words of this person: name, office, account. */
export function isCommonPassword(password: string, about: string[] = []): boolean {
  const typed = password.toLowerCase().normalize("NFKC")
  if (PUBLISHED.includes(typed)) return true
  return [...leftOf(typed, about)].length < LEAST_LEFT
}

/** What is left without words, runs, years, repetition and separators: the part that must be guessed. */
function leftOf(typed: string, about: string[]): string {
  const known = [...WORDS, ...about.flatMap(partsOf)].toSorted((a, b) => b.length - a.length)
  let left = withoutRuns(typed)
  for (const word of known) {
    left = left.replaceAll(word, " ")
    left = withoutLookAlike(left, word)
  }
  return withoutRepetition(
    left.replace(/(19|20)\d\d|1[01]\d年?/g, " ").replace(/[\s\p{P}\p{S}]/gu, ""),
  )
}

const partsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s@.\-_]+/)
    .filter((part) => [...part].length >= 2)

/** p@ssw0rd is password: compared character by character, so that what follows stays where it was. */
function withoutLookAlike(text: string, word: string): string {
  const plain = [...text].map((one) => LOOK_ALIKES[one] ?? one).join("")
  const at = plain.indexOf(word)
  return at < 0 ? text : text.slice(0, at) + " " + text.slice(at + word.length)
}

/** Every run of four or more, forwards or backwards, becomes nothing. */
function withoutRuns(text: string): string {
  const lines = RUNS.flatMap((run) => [run + run, [...(run + run)].reverse().join("")])
  let left = ""
  for (let at = 0; at < text.length;) {
    const length = Math.max(0, ...lines.map((line) => runLength(text.slice(at), line)))
    if (length < 4) left += text[at]
    at += length < 4 ? 1 : length
  }
  return left
}

function runLength(text: string, line: string): number {
  let length = 0
  while (length < text.length && line.includes(text.slice(0, length + 1))) length += 1
  return length
}

/** aaaaaaaa is a, abcabcabc is abc: what is repeated is guessed once. */
const withoutRepetition = (text: string): string => text.replace(/(.+?)\1+/gu, "$1")
