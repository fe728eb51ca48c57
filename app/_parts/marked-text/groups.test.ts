import { expect, test } from 'vitest'
import { groupsOf, type ShapedSpan } from './groups'
import { segmentsOf } from './segments'

const groups = (text: string, shapes: ShapedSpan[] = []) =>
  groupsOf(text, segmentsOf(text, []), shapes).map(({ shape, hasOwnBullets, paragraphs }) => [
    shape,
    hasOwnBullets,
    paragraphs.map(({ start, end }) => text.slice(start, end)),
  ])
const at = (text: string, words: string, shape: ShapedSpan['shape']): ShapedSpan => ({
  ...{ shape, start: text.indexOf(words), end: text.indexOf(words) + words.length },
})

test('paragraphs stay paragraphs, and the shapes of the page group them', () => {
  const text = 'Harbour\n\nBoats came.\n\nten barges\n\ntwo tugs\n\n“We wait.”\n\nThey left.'
  const shapes = [
    at(text, 'Harbour', 'heading'),
    at(text, 'ten barges', 'item'),
    at(text, 'two tugs', 'item'),
    at(text, '“We wait.”', 'quote'),
  ]
  expect(groups(text, shapes)).toEqual([
    ['heading', false, ['Harbour']],
    [null, false, ['Boats came.']],
    ['item', false, ['ten barges', 'two tugs']],
    ['quote', false, ['“We wait.”']],
    [null, false, ['They left.']],
  ])
})

test('without shapes, lines that begin with bullets are a list, and a single dash is none', () => {
  expect(groups('It said:\n- ten barges\n- two tugs\n\n1. first\n2. second\nEnd.')).toEqual([
    [null, false, ['It said:']],
    ['item', true, ['- ten barges', '- two tugs', '1. first', '2. second']],
    [null, false, ['End.']],
  ])
  expect(groups('– We wait, she said.\n\nThey left.').map(([shape]) => shape)).toEqual([null, null])
})
