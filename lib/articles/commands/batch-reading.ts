import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { AppError } from '@/lib/core/errors'
import { columnsProblem, excerptOf, rowOf, rowOfLine } from '../rules/batch-rows'
import { MAX_TEXT } from '../rules/limits'
import type { BatchRow } from '../schema/batch-rows'

/** Reading tables of articles as they come over the wire: never more than a row in memory. */

export type BatchFormat = 'csv' | 'jsonl'
type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** A row's characters: the longest text with what stands beside it. */
const MAX_ROW = MAX_TEXT + 100_000
const notRead = (text: string): AppError => new AppError('BAD_INPUT', { text, fields: { file: text } })

/**
 * The rows of a CSV (headings in its first line; comma, semicolon or tab between its columns) or of a JSONL, in order. Throws
 * BAD_INPUT in words where the file as a whole cannot hold articles; a row that cannot be read comes as its problem.
 */
export async function* readBatch(chunks: Chunks, format: BatchFormat): AsyncGenerator<BatchRow> {
  const text = decoded(chunks)
  yield* format === 'csv' ? csvRows(text) : jsonRows(text)
}

/** UTF-8 or UTF-16 by its mark, else UTF-8; where it turns out not to be, Windows-1252, as spreadsheets write it. */
async function* decoded(chunks: Chunks): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let isAscii = true
  let held = new Uint8Array()
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk)
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      if (!isAscii) throw notRead('Its letters are not all in UTF-8. Save the table as UTF-8 and try again.')
      decoder = new TextDecoder('windows-1252')
      text = decoder.decode(held, { stream: true }) + decoder.decode(chunk, { stream: true })
    }
    if (text.includes('\0')) throw notRead('It is no text file. Save the table as CSV or JSONL and try again.')
    isAscii &&= !NOT_ASCII.test(text)
    held = heldBack(chunk)
    if (text !== '') yield text
  }
  const rest = endOf(decoder)
  if (rest !== '') yield rest
}
const NOT_ASCII = /[^\0-\x7f]/

/** What a decoder keeps of a chunk for the next: an unfinished letter at its end. */
const heldBack = (chunk: Uint8Array): Uint8Array<ArrayBuffer> => {
  let from = chunk.length
  while (from > 0 && from > chunk.length - 4 && (chunk[from - 1] ?? 0) >= 0x80) from--
  return chunk.slice(from)
}

function endOf(decoder: TextDecoder | null): string {
  try {
    return decoder?.decode() ?? ''
  } catch {
    throw notRead('Its last letter is cut off. Nothing was imported; send the file again.')
  }
}

function decoderFor(head: Uint8Array): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8', { fatal: true })
}

async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<BatchRow> {
  let rest = ''
  let isTooLong = false
  const row = (line: string): BatchRow =>
    isTooLong || line.length > MAX_ROW
      ? { problem: `It is longer than ${MAX_ROW.toLocaleString('en')} characters.`, excerpt: excerptOf(line) }
      : rowOfLine(line)
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.trim() !== '') yield row(line)
      isTooLong = false
    }
    // Of a line that is too long only its beginning is kept.
    if (rest.length > MAX_ROW) {
      isTooLong = true
      rest = rest.slice(0, 1000)
    }
  }
  if (rest.trim() !== '') yield row(rest)
}

async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<BatchRow> {
  const { head, whole } = await peeked(text)
  const problems: BatchRow[] = []
  let unclosed: CsvError | null = null
  const parser = parse({
    bom: true,
    columns: (names: string[]) => {
      const problem = columnsProblem(names)
      if (problem) throw notRead(problem)
      // Of two columns of one name the first counts; one without a name is passed over.
      return names.map((name, k) => (name.trim() === '' || names.indexOf(name) < k ? `${k}` : name))
    },
    delimiter: delimiterOf(head),
    max_record_size: MAX_ROW,
    relax_column_count: false,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error?.code.includes('QUOTE')) unclosed ??= error
      problems.push({ problem: wordsOf(error?.code ?? ''), excerpt: excerptOf(String(error?.record ?? '')) })
      return undefined
    },
  })
  // What fails in the source is thrown where the rows are read.
  pipeline(Readable.from(whole), parser, () => undefined)
  try {
    for await (const record of parser as AsyncIterable<Record<string, string>>) {
      yield* problems.splice(0)
      yield rowOf(record)
    }
    if (unclosed) throw unclosed
  } catch (error) {
    throw error instanceof AppError
      ? error
      : notRead(`${wordsOf(codeOf(error))} ${placeOf(error)}Nothing was imported.`)
  }
  yield* problems
}

const placeOf = (error: unknown): string =>
  error instanceof Error && 'lines' in error ? `It is at line ${String(error.lines)} or before. ` : ''
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

function wordsOf(code: string): string {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `A row is longer than ${MAX_ROW.toLocaleString('en')} characters: most likely a quotation mark is not closed.`
  if (code.startsWith('CSV_RECORD_INCONSISTENT')) return 'It has more or fewer columns than the headings.'
  if (code.startsWith('CSV_QUOTE') || code.includes('QUOTE'))
    return 'A quotation mark is not closed, so the rows behind it cannot be told apart.'
  return 'It cannot be read as a row of a CSV.'
}

/** The first line, and the text with it. */
async function peeked(text: AsyncIterable<string>): Promise<{ head: string; whole: AsyncGenerator<string> }> {
  const iterator = text[Symbol.asyncIterator]()
  let begun = ''
  let isOver = false
  while (!begun.includes('\n') && begun.length < 20_000 && !isOver) {
    const { value, done } = await iterator.next()
    isOver = done === true
    if (!isOver) begun += value
  }
  async function* whole() {
    if (begun !== '') yield begun
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  return { head: begun.split('\n', 1)[0] ?? '', whole: whole() }
}

/** What stands most often between the headings. */
function delimiterOf(head: string): string {
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark
}
