import { expect, test } from 'vitest'
import { CANDIDATE_TABLE, CLAIM_TABLE } from '@/lib/claims/rules/moves'
import { MOVE_TABLE } from '../rules/move-table'
import { movesDocument } from './moves'

test('every row is in a table of the document, with its phase, its move and who may', () => {
  const lines = movesDocument()
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | '))
  for (const { from, move, who } of [...CANDIDATE_TABLE, ...CLAIM_TABLE, ...MOVE_TABLE]) {
    const told = lines.some(
      ([froms = '', name, , by = '']) =>
        froms.replace('| ', '').split(', ').includes(from.replaceAll('_', ' ')) &&
        name === `**${move.replaceAll('_', ' ')}**` &&
        by === (who === 'editor' ? 'editor' : 'reviewer or editor'),
    )
    expect([from, move, told]).toEqual([from, move, true])
  }
})

test('the diagram has an arrow for every move that leads elsewhere', () => {
  for (const { from, move, to } of MOVE_TABLE.filter((row) => row.from !== row.to)) {
    const target = to === 'before' ? 'where_it_stood_before' : to
    expect(movesDocument()).toMatch(new RegExp(`  ${from} --> ${target} : .*${move.replaceAll('_', ' ')}`))
  }
})
