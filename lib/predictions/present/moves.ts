/** The part of docs/moves.md on predictions, outcomes and judgements, drawn from the tables that the commands obey. */
import { JUDGEMENT_MOVES, type Move, OUTCOME_MOVES, PREDICTION_MOVES } from '../rules/moves'

type Table = Readonly<Record<string, Move<string>>>
type Words = Readonly<Record<string, string>>

const spelled = (name: string): string => name.replaceAll('_', ' ')
const WHO = { reviewer: 'reviewer or editor', editor: 'editor', admin: 'admin' } as const
const REVISION = 'the revision that is stored, as the person saw it'
const SECOND = 'nobody who had a hand in it (a one-person desk names its setting)'

function tableOf(moves: Table, needs: Words): string {
  const lines = Object.entries(moves).map(([name, { from, to, who, bySecondPerson }]) => {
    const needed = [needs[name] ?? '', bySecondPerson ? SECOND : ''].filter(Boolean).join('; ')
    return `| ${from.map(spelled).join(', ')} | **${spelled(name)}** | ${spelled(to)} | ${WHO[who]} | ${needed} |`
  })
  return ['| from | move | to | who | what it needs |', '|---|---|---|---|---|', ...lines].join('\n')
}

function diagram(moves: Table, first: string, prefix: string): string {
  const arrows = Object.entries(moves).flatMap(([name, { from, to, who }]) =>
    from
      .filter((state) => state !== to)
      .map(
        (state) => `  ${prefix}_${state} --> ${prefix}_${to} : ${spelled(name)}${who === 'editor' ? ' (editor)' : ''}`,
      ),
  )
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${prefix}_${first}`, ...arrows, '```'].join('\n')
}

const OPENING_NEEDS: Words = {
  save: REVISION,
  propose: `${REVISION}; window, where it comes from and how it is known, the day it was said, criteria; or why it is too vague`,
  send_back: `${REVISION}; a reason`,
  open: `${REVISION}; the claim as it was proposed`,
  mark_too_vague: `${REVISION}; the claim as it was proposed; why it is too vague`,
}
const OUTCOME_NEEDS: Words = {
  save: REVISION,
  submit: `${REVISION}; a source; a prediction, and a resolution for each`,
  drop: `${REVISION}; a reason`,
  send_back: `${REVISION}; a reason`,
  approve: `${REVISION}; predictions that nothing resolved in the meantime`,
  undo: 'a reason',
}
const JUDGEMENT_NEEDS: Words = {
  propose: 'a reason; a prediction that is opened and not resolved',
  refuse: 'a reason; or to be who proposed it',
  undo: 'a reason; that no outcome resolved it',
}

/** What the three tables say, as Markdown. */
export const predictionMovesDocument = (): string => `## Of a prediction, until it is opened

Drawn from lib/predictions/rules/moves.ts. *Opened* and *too vague* are final: the content is frozen and public. What is resolved
is not a state of the prediction but points to its last resolution.

${diagram(PREDICTION_MOVES, 'draft', 'prediction')}

${tableOf(PREDICTION_MOVES, OPENING_NEEDS)}

## Of an outcome

Saving means its text, its sources and the list of predictions; each is a revision, and takes a submission back. Approving resolves
every prediction on the list, undoing opens all of them again; an undone outcome stays readable and is recorded again from its text.

${diagram(OUTCOME_MOVES, 'draft', 'outcome')}

${tableOf(OUTCOME_MOVES, OUTCOME_NEEDS)}

## Of a judgement

A resolution that people decide without an outcome: void, or too vague after all. A refused one stays; another may be proposed.

${diagram(JUDGEMENT_MOVES, 'none', 'judgement')}

${tableOf(JUDGEMENT_MOVES, JUDGEMENT_NEEDS)}
`
