import { parseHTML } from 'linkedom'

/**
 * The percentages in a page's HTML that stand without their interval and n, each with the words around it; for tests. A share
 * stands in a paragraph, a list item, a row of a table or a picture's text, with both in the same. What is no share of anything
 * that came about is not meant: what words stand for, the level of an interval, where luck leaves a share, a limit.
 */
export function bareShares(html: string): string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const pictures = [...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label') ?? '')
  const heads = [...document.querySelectorAll('meta[content]')].map((one) => one.getAttribute('content') ?? '')
  for (const drawing of document.querySelectorAll('svg, script, style')) drawing.remove()
  const rows = [...document.querySelectorAll('tr')].map((row) => {
    const labels = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].map((th) => th.textContent)
    return [...row.querySelectorAll('td, th')].map((cell, n) => `${labels[n]} ${cell.textContent}`).join('; ')
  })
  for (const table of document.querySelectorAll('table')) table.remove()
  const texts = [...document.querySelectorAll(BLOCKS)].map((block) => {
    const own = block.cloneNode(true) as typeof block
    for (const inner of own.querySelectorAll(BLOCKS)) inner.remove()
    return own.textContent
  })
  return [...pictures, ...heads, ...rows, ...texts].map(plain).filter(isBare)
}

const BLOCKS = 'p, li, dt, dd, figcaption, caption, h1, h2, h3, h4, summary, div, section, article, span[role], body'

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

function isBare(text: string): boolean {
  const shares = NO_SHARES.reduce((left, one) => left.replace(one, ''), text)
  if (!/\d ?%/.test(shares.replace(RANGE, ''))) return false
  return !RANGE.test(text) || !/\bn(?: =)? \d/i.test(text)
}

const RANGE = /\d+–\d+ %|interval \d+ % to \d+ %/
const NO_SHARES = [
  /95 % interval/g,
  /(?:stands?|stood) for,? \d+ %(?: (?:and|before|\(before\)))?/gi,
  /; before that, for [^.;]+/g,
  /opened under \d+ %/gi,
  /luck alone (?:would leave )?\d+–\d+ %/gi,
  /more than \d+ % of/g,
]
