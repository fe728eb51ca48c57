import { isDigit, isSpace } from './characters'

const BULLETS = new Set(['•', '⁃', '●', '▪', '‣'])

/**
 * Where items two and later of a list inside one run begin: "1) … 2) …", "a. … b. …", "• … • …". Only when the run
 * itself begins with the first marker and the markers count on, so a lone number never splits a sentence.
 */
export function listMarkers(text: string, start: number, end: number): number[] {
  const first = text.charAt(start)
  if (BULLETS.has(first)) return bulletStarts(text, first, start + 1, end)
  const marker = markerAt(text, start, end)
  if (!marker) return []
  const starts: number[] = []
  let previous = marker.order
  for (let i = start + marker.length; i < end; i++) {
    if (!isSpace(text.charAt(i - 1))) continue
    const next = markerAt(text, i, end)
    if (next && next.sign === marker.sign && next.order === previous + 1 && next.isLetter === marker.isLetter) {
      starts.push(i)
      previous = next.order
    }
  }
  return starts
}

function bulletStarts(text: string, bullet: string, from: number, end: number): number[] {
  const starts: number[] = []
  for (let i = text.indexOf(bullet, from); i >= 0 && i < end; i = text.indexOf(bullet, i + 1)) starts.push(i)
  return starts
}

/** "12.", "12)", "12.)", "a." followed by white space. */
function markerAt(text: string, from: number, end: number) {
  let i = from
  while (i < end && i - from < 3 && isDigit(text.charAt(i))) i++
  const isLetter = i === from
  if (isLetter) {
    const code = text.charCodeAt(i)
    if (code < 97 || code > 122) return null
    i++
  }
  const order = isLetter ? text.charCodeAt(from) - 96 : Number(text.slice(from, i))
  const signStart = i
  while (i < end && (text.charAt(i) === '.' || text.charAt(i) === ')') && i - signStart < 2) i++
  const sign = text.slice(signStart, i)
  if (sign === '' || !isSpace(text.charAt(i))) return null
  return { order, sign, isLetter, length: i - from }
}
