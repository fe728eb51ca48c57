import fs from 'node:fs'
import { expect, test } from 'vitest'
import { JUDGEMENT_MOVES, type Move, OUTCOME_MOVES, PREDICTION_MOVES } from '@/lib/predictions/rules/moves'
import { allMovesDocument } from './present/moves'

test('docs/moves.md is what the tables say now (npm run moves draws it anew)', () => {
  expect(fs.readFileSync('docs/moves.md', 'utf8')).toBe(allMovesDocument())
})

test.each([
  ['prediction', PREDICTION_MOVES],
  ['outcome', OUTCOME_MOVES],
  ['judgement', JUDGEMENT_MOVES],
])('every move of a %s is in a table of the document, and an arrow where it leads elsewhere', (kind, moves) => {
  const document = allMovesDocument()
  const table: Record<string, Move<string>> = moves
  for (const [name, { from, to, who }] of Object.entries(table)) {
    const words = name.replaceAll('_', ' ')
    const by = who === 'editor' ? 'editor' : 'reviewer or editor'
    expect(document).toContain(
      `| ${from.join(', ').replaceAll('_', ' ')} | **${words}** | ${to.replaceAll('_', ' ')} | ${by} |`,
    )
    for (const state of from.filter((one) => one !== to))
      expect(document).toContain(`  ${kind}_${state} --> ${kind}_${to} : ${words}`)
  }
})
