/* The self-assessment as a quiz: fields in the questions, and a summary below them.

   Without this script the questions read as in print. Answers stay in this browser, by chapter, so that
   both languages share them; in the trainer edition nothing is kept, since the next class should not
   see what the last one chose. Why participants are not told right from wrong: hooks/manuals/quiz.py. */
(() => {
  "use strict"

  const source = document.getElementById("quiz-data")
  if (!source || document.body.classList.contains("both-page")) return
  const { chapter, trainer, questions } = JSON.parse(source.textContent)
  const words = globalThis.quizWords

  function make(tag, attributes, ...inside) {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...inside)
    return element
  }
  const links = (lead, all) =>
    all.flatMap(([id, text], place) => [place ? ", " : `${lead} `, make("a", { href: `#${id}` }, text)])
  const fill = (text, numbers) => text.replace(/\{(\w+)\}/g, (_, name) => numbers[name])

  /* What is kept */

  const scope = typeof __md_scope === "undefined" ? "/" : __md_scope.pathname
  const key = `${scope}.quiz.${chapter}`

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {}
    } catch {
      return {}
    }
  }
  /* Return whether it is done: a browser may have no storage for files, or a full one. */
  function attempt(what) {
    try {
      what(localStorage)
      return true
    } catch {
      return false
    }
  }
  const keep = (id, value) =>
    attempt((store) => store.setItem(key, JSON.stringify({ ...kept(), [id]: value })))

  /* The questions */

  function named(element, id) {
    element.id ||= id
    return element.id
  }

  function choices(list, question) {
    return [...list.children].map((item, place) => {
      const field = make("input", { type: "radio", name: `quiz-${question}`, value: place, autocomplete: "off" })
      item.append(make("label", {}, field, make("span", {}, ...item.childNodes)))
      return field
    })
  }

  function build({ id, place, label, right }) {
    const box = document.getElementById(id)
    const title = box.querySelector(":scope > .box-title")
    const list = box.querySelector(":scope > .choices")
    const answer = box.querySelector(":scope > .box-answer")
    const texts = [...box.children].filter((one) => one !== title && one !== list && one !== answer)
    const asked = [title, ...texts].map((one, place) => named(one, `quiz-${id}-${place}`)).join(" ")
    const legend = make("legend", { id: `quiz-${id}-answer` }, words.answer)
    const group = make("fieldset", { class: "quiz-fields", "aria-labelledby": `${asked} ${legend.id}` }, legend)
    const verdict = make("p", { class: "quiz-verdict", role: "status" })
    let fields = []
    let area = null
    if (list) {
      list.before(group)
      group.append(list)
      fields = choices(list, id)
    } else {
      area = make("textarea", { rows: 3, autocomplete: "off", "aria-labelledby": `${asked} ${legend.id}` })
      texts.at(-1).after(group)
      group.append(area)
    }
    group.after(verdict)
    verdict.after(make("p", { class: "quiz-again" }, ...links(words.again, [[place, label]])))
    let reveal = null
    if (answer) {
      reveal = make("details", { class: "quiz-reveal" }, make("summary", {}, words.show))
      answer.before(reveal)
      reveal.append(answer)
    }
    const chosen = () => fields.findIndex((field) => field.checked)
    return {
      id,
      box,
      group,
      reveal,
      name: title.querySelector(".box-kind").textContent,
      answered: () => (area ? area.value.trim() !== "" : chosen() >= 0),
      value: () => (area ? area.value : chosen()),
      put(value) {
        if (area) area.value = typeof value === "string" ? value : ""
        else fields.forEach((field, place) => (field.checked = place === value))
      },
      isRight: () => (area ? null : chosen() < 0 ? null : chosen() === right),
      mark(shown) {
        const found = shown ? this.isRight() : null
        verdict.textContent = found === null ? "" : found ? words.right : words.wrong
        verdict.classList.toggle("quiz-wrong", found === false)
      },
    }
  }
  const quiz = questions.map(build)

  /* What stands around them */

  const button = (text) => make("button", { type: "button", class: "quiz-button" }, text)
  const count = make("p", { role: "status" })
  const open = make("p", { class: "quiz-open" })
  const summary = make(
    "section",
    { class: "quiz-summary", "aria-label": words.summary },
    make("p", { class: "quiz-title" }, words.summary),
    count,
    open,
  )
  const note = make("p", { class: "quiz-note" }, trainer ? words.note_trainer : words.note)
  const mode = make("input", { type: "checkbox", autocomplete: "off" })

  function say(element, text) {
    if (element.textContent !== text) element.textContent = text
  }

  function sum() {
    const left = quiz.filter((one) => !one.answered())
    const texts = [fill(words.count, { n: quiz.length - left.length, all: quiz.length })]
    if (mode.checked) {
      const marks = quiz.map((one) => one.isRight()).filter((one) => one !== null)
      texts.push(fill(words.score, { n: marks.filter(Boolean).length, all: marks.length }))
    }
    say(count, texts.join(" "))
    open.replaceChildren(
      ...(left.length ? links(words.open, left.map((one) => [one.id, one.name])) : []),
    )
  }

  for (const one of quiz) {
    one.group.addEventListener("input", () => {
      one.mark(mode.checked)
      if (!trainer && !keep(one.id, one.value())) say(note, words.not_kept)
    })
    one.group.addEventListener("change", sum)
  }

  if (trainer) {
    const all = button(words.show_all)
    const reveals = quiz.map((one) => one.reveal).filter(Boolean)
    const turn = () => say(all, reveals.every((one) => one.open) ? words.hide_all : words.show_all)
    all.addEventListener("click", () => {
      const shown = !reveals.every((one) => one.open)
      for (const one of reveals) one.open = shown
    })
    for (const one of reveals) one.addEventListener("toggle", turn)
    mode.addEventListener("change", () => {
      for (const one of quiz) one.mark(mode.checked)
      sum()
    })
    quiz[0].box.before(note, make("p", { class: "quiz-bar" }, make("label", {}, mode, words.class_mode), all))
  } else {
    const before = kept()
    for (const one of quiz) one.put(before[one.id])
    const clear = button(words.clear)
    clear.addEventListener("click", () => {
      if (!confirm(words.clear_sure)) return
      attempt((store) => store.removeItem(key))
      for (const one of quiz) one.put(null)
      sum()
    })
    summary.append(clear)
    quiz[0].box.before(note)
    if (!attempt((store) => store.getItem(key))) say(note, words.not_kept)
  }
  quiz.at(-1).box.after(summary)
  sum()

  /* On paper the answers stand open, as without the script. */
  let closed = []
  addEventListener("beforeprint", () => {
    closed = quiz.map((one) => one.reveal).filter((one) => one && !one.open)
    for (const one of closed) one.open = true
  })
  addEventListener("afterprint", () => {
    for (const one of closed) one.open = false
  })
})()
