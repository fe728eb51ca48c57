// Articles for the crash test: own sentences with invented names, always the same ones for the same seed.

/**
 * Numbers in 0..1 from a seed (mulberry32, public domain).
 * @param {number} seed
 * @returns {() => number}
 */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const PEOPLE = ['Orla Fennick', 'Tomas Ruhl', 'Ines Cardew', 'Bo Halvard', 'Petra Lunn', 'Amos Wick', 'Dina Sorrel']
const ROLES = ['the mayor', 'a harbor official', 'the minister of works', 'an analyst', 'the head of the water board']
const TOWNS = ['Saltmere', 'Oxbridge Sands', 'Kelloway', 'Little Harrow', 'Fenmarsh', 'Brannock', 'Tidewell']
const WORKS = ['ferry terminal', 'tram line', 'flood wall', 'covered market', 'city library', 'gas plant', 'ring road']
const MONTHS = ['January', 'March', 'April', 'June', 'September', 'October', 'December']

/** @param {() => number} random @param {readonly string[]} list */
const pick = (random, list) => list[Math.floor(random() * list.length)] ?? ''

/** @param {() => number} random */
function sentence(random) {
  const [person, role, town, work] = [PEOPLE, ROLES, TOWNS, WORKS].map((list) => pick(random, list))
  const n = 2 + Math.floor(random() * 900)
  const forms = [
    `The ${work} of ${town} will open in ${pick(random, MONTHS)} 2027, said ${person}, ${role}.`,
    `${person}, ${role}, said on Monday that the ${work} had cost $${n} million.`,
    `Unemployment in ${town} fell to ${(n / 100).toFixed(1)} percent in ${pick(random, MONTHS)}, the statistics office said.`,
    `"We expect ${n} new jobs by the end of 2026," ${person} told reporters in ${town}.`,
    `About ${n},000 people used the ${work} last year, ${Math.floor(random() * 40) + 1}% more than the year before.`,
    `Rain kept most people of ${town} at home that day.`,
    `The council is expected to vote on the ${work} by ${pick(random, MONTHS)} 2026.`,
  ]
  return pick(random, forms)
}

/** @param {() => number} random @param {number} number */
function article(random, number) {
  const paragraphs = Array.from({ length: 3 + Math.floor(random() * 5) }, () =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => sentence(random)).join(' '),
  )
  return `Report ${number} from ${pick(random, TOWNS)}\n\n${paragraphs.join('\n\n')}\n`
}

/**
 * Articles; each twentieth is the text of an earlier one once more, which is no second article.
 * @param {number} count
 * @param {number} seed
 * @returns {string[]}
 */
export function crashArticles(count, seed) {
  const random = randomFrom(seed)
  /** @type {string[]} */
  const all = []
  for (let i = 0; i < count; i++) all.push(i % 20 === 19 ? pick(random, all) : article(random, i + 1))
  return all
}
