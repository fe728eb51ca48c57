import type { BatchRow } from '../schema/batch-rows'
import type { BatchField } from './batch-fields'

/** The kind of a batch's run, and the name of the job that goes on with it. */
export const IMPORT_BATCH = 'import_batch'

/** What columns are called elsewhere, without case, blanks and marks. */
const NAMES: Readonly<Record<string, BatchField>> = {
  ...{ text: 'text', body: 'text', content: 'text', articletext: 'text', articlebody: 'text', fulltext: 'text' },
  ...{ html: 'html', page: 'html', rawhtml: 'html' },
  ...{ url: 'url', link: 'url', address: 'url', href: 'url', canonicalurl: 'url' },
  ...{ title: 'title', headline: 'title' },
  ...{ publisher: 'publisher', source: 'publisher', outlet: 'publisher', site: 'publisher' },
  ...{ byline: 'byline', author: 'byline', authors: 'byline' },
  ...{ publishedon: 'publishedOn', published: 'publishedOn', publishedat: 'publishedOn', date: 'publishedOn' },
  ...{ datepublished: 'publishedOn', publicationdate: 'publishedOn', day: 'publishedOn' },
}

const fieldNamed = (name: string): BatchField | undefined => {
  const key = name.toLowerCase().replace(/[^a-z]/g, '')
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined
}

const EXCERPT = 120
/** The beginning of a row, on one line, as it can be stored: no control characters, no half pairs. */
export const excerptOf = (text: string): string =>
  text
    .slice(0, EXCERPT)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()

/** "2025-10-22T08:00:00Z" -> "2025-10-22": the day that is written there. Anything else stays and is refused where it is no day. */
const dayOf = (value: string): string => /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(value.trim())?.[1] ?? value.trim()

/** The fields of a record by the names of its columns; unknown columns are passed over, of two with one meaning the first that is filled counts. */
export function rowOf(record: Readonly<Record<string, unknown>>): BatchRow {
  const fields: Partial<Record<BatchField, string>> = {}
  for (const [name, value] of Object.entries(record)) {
    const field = fieldNamed(name)
    if (!field || fields[field] !== undefined) continue
    const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
    if (text.trim() !== '') fields[field] = field === 'publishedOn' ? dayOf(text) : text
  }
  if (fields.text === undefined && fields.html === undefined) {
    const excerpt = excerptOf(
      Object.values(record)
        .filter((value) => typeof value === 'string' && value !== '')
        .join(' | '),
    )
    return { problem: 'It has no text: neither a column "text" nor one "html" is filled.', excerpt }
  }
  return { fields }
}

/** Whether a table with these columns can hold articles; else what it lacks. */
export const columnsProblem = (columns: readonly string[]): string | null =>
  columns.some((name) => fieldNamed(name) === 'text' || fieldNamed(name) === 'html')
    ? null
    : `No column is called "text" or "html", so it holds no articles. Its columns are: ${columns.slice(0, 20).map(excerptOf).join(', ')}.`

/** One line of a JSONL file. */
export function rowOfLine(line: string): BatchRow {
  try {
    const json: unknown = JSON.parse(line)
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return rowOf(json as Record<string, unknown>)
    return { problem: 'It is no JSON object.', excerpt: excerptOf(line) }
  } catch {
    return { problem: 'It is no JSON.', excerpt: excerptOf(line) }
  }
}

/** What a file of that name holds; CSV where the name does not say. */
export const formatOf = (fileName: string): 'csv' | 'jsonl' => (/\.(?:jsonl|ndjson)$/i.test(fileName) ? 'jsonl' : 'csv')
