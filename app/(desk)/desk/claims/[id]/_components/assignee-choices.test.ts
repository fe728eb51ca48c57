import { expect, test } from 'vitest'
import { assigneeChoices } from './assignee-choices'

const ada = { id: 'a', name: 'Ada Marsh' }
const ben = { id: 'b', name: 'Ben Ode' }

test.each([
  ['nobody', null, ['Ada Marsh']],
  ['somebody of the desk', ada, ['Ada Marsh']],
  ['somebody who left', ben, ['Ben Ode (no longer on the desk)', 'Ada Marsh']],
] as const)('a claim assigned to %s has its assignee among the choices', (_, assignee, names) => {
  expect(assigneeChoices([ada], assignee).map(({ name }) => name)).toEqual(names)
})
