// The rules of the house that no linter knows: which files a domain folder may hold, how long a file may be, and what
// may not be written where.
import path from 'node:path'

const FREE_FORM = new Set(['core', 'platform', 'extraction', 'web', 'worker', 'testing'])
const FILES = new Set(['schema', 'rules', 'policy', 'events', 'queries', 'commands', 'jobs', 'present'])
/** Pure parts with a name of their own. */
const OWN_FOLDERS = { articles: ['cleaning'], claims: ['matching'], verdicts: ['external'], predictions: ['scoring'] }
const NAMELESS = /^(utils?|helpers?|types|index|misc|common)\.(ts|tsx|mjs)$/
const MAX_LINES = 300

const IMPURE = [
  [/\bDate\.now\(\)/, 'Date.now()'],
  [/\bnew Date\(\)/, 'new Date()'],
  [/\bMath\.random\(\)/, 'Math.random()'],
  [/\bprocess\.env\b/, 'process.env'],
]
/** Global fetch asks whatever it is told to. */
const UNSAFE = [[/(?<![\w.])fetch\(/, 'a request past lib/platform/safe-fetch']]
const UNFINISHED = [
  [/\b(TODO|FIXME|XXX)\b/, 'unfinished work'],
  [/@ts-(ignore|nocheck)\b/, '@ts-ignore'],
]
const WEAKENED = [
  [/\b(test|it|describe)\.(skip|only|todo|fixme|skipIf|runIf)\b/, 'a test that does not run'],
  [/\bwaitForTimeout\(/, 'a fixed wait'],
]

/** @param {string} file */
const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file)

/** @param {string[]} parts of a path below lib/ */
function vocabularyProblem([domain = '', entry = '', ...deeper]) {
  if (entry === '') return 'only folders live directly in lib/'
  if (FREE_FORM.has(domain) || isTest(entry)) return null
  const folders = [...FILES, 'fixtures', ...(OWN_FOLDERS[/** @type {keyof typeof OWN_FOLDERS} */ (domain)] ?? [])]
  const isKnown =
    deeper.length > 0 ? folders.includes(entry) : FILES.has(entry.replace(/\.ts$/, '')) || entry === 'README.md'
  return isKnown ? null : `"${entry}" is not in the vocabulary of a domain folder`
}

/**
 * What is wrong with one file.
 * @param {string} file its path from the repository's root, with slashes
 * @param {string} text
 * @returns {string[]} one line per problem
 */
export function structureProblems(file, text) {
  const parts = file.split('/')
  const isCode = /\.(tsx?|mjs|js|cjs)$/.test(file)
  const found = []
  const vocabulary = parts[0] === 'lib' ? vocabularyProblem(parts.slice(1)) : null
  if (vocabulary) found.push(vocabulary)
  if (NAMELESS.test(path.posix.basename(file))) found.push('a name that says nothing; name the idea')
  if (!isCode) return found.map((problem) => `${file}: ${problem}`)
  const lines = text.split('\n')
  if (lines.length - 1 > MAX_LINES && !isTest(file)) found.push(`${lines.length - 1} lines, the limit is ${MAX_LINES}`)
  const banned = [...UNFINISHED, ...(isTest(file) ? WEAKENED : [])]
  if (
    parts[0] === 'lib' &&
    !['core', 'platform', 'web', 'worker', 'testing'].includes(parts[1] ?? '') &&
    !isTest(file)
  ) {
    banned.push(...IMPURE)
  }
  if (parts[0] === 'lib' && parts[1] !== 'testing' && !isTest(file)) banned.push(...UNSAFE)
  lines.forEach((line, i) => {
    for (const [pattern, name] of banned) {
      if (/** @type {RegExp} */ (pattern).test(line)) found.push(`line ${i + 1}: ${name}`)
    }
  })
  return found.map((problem) => `${file}: ${problem}`)
}
