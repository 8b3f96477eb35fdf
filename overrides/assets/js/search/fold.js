/* Folding: one code unit becomes one code unit, so that a place in the folded text is the same place
   in the original. Letters lose case and marks (Unicode Annex 15, NFD), đ becomes d, everything that
   is neither letter nor digit becomes a space. */
"use strict"

const SPACE = 32
const MARKED = 0x2000
const TONES = ["\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
const QUALITIES = ["\u0302", "\u0306", "\u031b"]

/* FOLD: the folded code unit. MARKS: a letter's quality (â 1, ă 2, ơ 3, đ 4) and its tone times 8. */
const FOLD = new Uint16Array(0x10000)
const MARKS = new Uint8Array(MARKED)

for (let code = 0; code < 0x10000; code++) FOLD[code] = code
for (const [from, to] of [[0x2000, 0x2c00], [0x3000, 0x3040], [0xd800, 0xf900], [0xfe00, 0x10000]]) {
  FOLD.fill(SPACE, from, to)
}
for (const [from, to] of [[0, 0x300], [0x1e00, 0x2000]]) {
  for (let code = from; code < to; code++) foldLetter(code)
}

function foldLetter(code) {
  const letter = String.fromCharCode(code)
  if (!/[\p{L}\p{N}]/u.test(letter)) {
    FOLD[code] = SPACE
    return
  }
  const [base, ...marks] = letter.toLowerCase().normalize("NFD")
  FOLD[code] = base === "đ" ? 100 : base.charCodeAt(0)
  let quality = base === "đ" ? 4 : 0
  let tone = 0
  for (const mark of marks) {
    quality ||= QUALITIES.indexOf(mark) + 1
    tone ||= TONES.indexOf(mark) + 1
  }
  MARKS[code] = quality | (tone << 3)
}

const isWord = (code) => FOLD[code] !== SPACE
const marksOf = (code) => (code < MARKED ? MARKS[code] : 0)

/** Return the folded text, as long as the text itself; `onControl` hears of places below a blank. */
function foldText(text, onControl) {
  const size = text.length
  const folded = new Uint8Array(size)
  for (let place = 0; place < size; place++) {
    const code = text.charCodeAt(place)
    if (code < 14 && onControl) onControl(place, code)
    const letter = FOLD[code]
    if (letter > 255) return foldWide(text, place, onControl)
    folded[place] = letter
  }
  return size < 32 ? String.fromCharCode(...folded) : new TextDecoder("latin1").decode(folded)
}

/** Fold a text with letters beyond Latin, from a place on that has been told already. */
function foldWide(text, told, onControl) {
  const folded = new Uint16Array(text.length)
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place)
    if (code < 14 && place > told && onControl) onControl(place, code)
    folded[place] = FOLD[code]
  }
  return new TextDecoder("utf-16le").decode(folded)
}

/** Return what was typed, in NFC and small letters, as one code unit a letter. */
const plainText = (typed) => typed.normalize("NFC").toLowerCase().normalize("NFC")
