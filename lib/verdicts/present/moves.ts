/** docs/moves.md, drawn from the table that the commands obey: `npm run moves` writes it, a test fails when it is stale. */
import {
  BEFORE,
  CANDIDATE_NEEDS,
  CANDIDATE_TABLE,
  CLAIM_NEEDS,
  CLAIM_TABLE,
  type MoveRow,
} from '@/lib/claims/rules/moves'
import { BY_DAY, MOVE_TABLE, NEEDS, WHOLE_CLAIM_ROWS } from '../rules/move-table'

type Words = Readonly<Record<string, string>>

const spelled = (name: string): string => name.replaceAll('_', ' ')
const placeOf = (phase: string): string => (phase === BEFORE ? 'where it stood before' : spelled(phase))
const WHO = { reviewer: 'reviewer or editor', editor: 'editor' } as const

/** Rows that say the same of several phases, as one. */
function grouped(rows: readonly MoveRow[]): { froms: string[]; row: MoveRow; isStaying: boolean }[] {
  const groups = new Map<string, { froms: string[]; row: MoveRow; isStaying: boolean }>()
  for (const row of rows) {
    const isStaying = row.from === row.to
    const key = [row.move, isStaying ? '' : row.to, row.who, ...row.needs].join()
    const group = groups.get(key)
    if (group) group.froms.push(row.from)
    else groups.set(key, { froms: [row.from], row, isStaying })
  }
  return [...groups.values()]
}

function tableOf(rows: readonly MoveRow[], needs: Words): string {
  const lines = grouped(rows).map(({ froms, row, isStaying }) => {
    const to = isStaying ? '(stays)' : placeOf(row.to)
    const needed = row.needs.map((need) => needs[need]).join('; ')
    return `| ${froms.map(spelled).join(', ')} | **${spelled(row.move)}** | ${to} | ${WHO[row.who]} | ${needed} |`
  })
  return ['| from | move | to | who | what it needs |', '|---|---|---|---|---|', ...lines].join('\n')
}

/** Arrows between different phases, all moves of one pair on one arrow; an editor's move is marked. */
function arrows(rows: readonly MoveRow[], idOf: (phase: string) => string): string[] {
  const pairs = new Map<string, string[]>()
  for (const { from, move, to, who } of rows) {
    if (from === to) continue
    const pair = `${idOf(from)} --> ${idOf(to)}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), spelled(move) + (who === 'editor' ? ' (editor)' : '')])
  }
  return [...pairs].map(([pair, moves]) => `  ${pair} : ${moves.join(', ')}`)
}

const candidateId = (phase: string): string => `candidate_${phase}`
const claimId = (phase: string): string => (phase === BEFORE ? 'where_it_stood_before' : phase)

const diagram = (lines: readonly string[]): string => ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n')

/** What the three tables say, as Markdown. */
export const movesDocument = (): string => `# Moves

<!-- Drawn from lib/claims/rules/moves.ts and lib/verdicts/rules/move-table.ts by \`npm run moves\`. Do not edit. -->

One table says what may be done with a candidate, a claim and its verdict, by whom, and what it needs. The commands ask it, the
buttons show it, this page is drawn from it. **A move that has no row is refused, whatever the client sends**, and nothing
changes:

- \`FORBIDDEN\` to whoever is neither reviewer nor editor, wherever the thing stands, and to a reviewer where it takes an editor.
  A process makes no editorial move at all, an admin only with one of the two roles.
- \`MOVE_REFUSED\` where there is no such move from here, with the reason in words.
- \`SAME_PERSON\` to whoever had a hand in what is to be approved: who saved, submitted or started it, and who made what it rests
  on since the last published version (statement, speaker, figures, evidence).
- \`STALE\` where somebody saved since the person looked: an approval names the exact revision.
- \`BAD_INPUT\` with a message at each field that something needed is missing.

Where a claim stands is read from its rows and the newsroom's day each time, never from a stored copy of it.

## Of a candidate

${diagram([`  [*] --> ${candidateId('new')} : found, marked or proposed`, ...arrows(CANDIDATE_TABLE, candidateId)])}

${tableOf(CANDIDATE_TABLE, CANDIDATE_NEEDS)}

An accepted candidate is the first place where a new claim is made, a merged one a further place of a known claim.

## Of a claim and its verdict

From *published* on a version is in force that readers see, also while a correction is written or a withdrawal is proposed.

${diagram([
  '  [*] --> accepted : accept a candidate',
  ...arrows(
    [...WHOLE_CLAIM_ROWS.filter(({ move }) => move === 'assign' || move === 'give_back'), ...MOVE_TABLE],
    claimId,
  ),
  `  ${BY_DAY.from} --> ${BY_DAY.to} : ${BY_DAY.when}`,
])}

### Its verdict

${tableOf(MOVE_TABLE, NEEDS)}

From *${spelled(BY_DAY.from)}* to *${spelled(BY_DAY.to)}* nobody moves it: ${BY_DAY.when}, in the newsroom's zone.

An edit of a submission takes it back. A correction has one of four levels: verdict-changing (a notice on top of the public page),
factual, update, minor; the version before stays readable at its own address. "Checked again" says that a verdict still stands:
readers are told the day, the note is the desk's.

### The claim as a whole

Drawn above as far as it leads to a verdict. \`published\` stands here for every phase in which a version is in force.

${tableOf(CLAIM_TABLE, CLAIM_NEEDS)}
`
