import { expect, test } from 'vitest'
import { readText } from './passages'
import { isFiniteVerb } from './phrases'

const verbs = (text: string) => {
  const { tokens } = readText(text)
  return tokens.filter((_, k) => isFiniteVerb(tokens, k)).map((token) => token.text)
}

test.each([
  ['The poll shows majority support for the sale.', ['shows']],
  ['Many of the sailors wear masks to hide their faces.', ['wear']],
  ['Patients benefit from quicker answers.', ['benefit']],
  ['Some wore coats with the marks of the union.', ['wore']],
  ['This prompted the council to act.', ['prompted']],
  ['Lind chalks up the loss to the storm.', ['chalks']],
  ['The systems recently received Harbour clearance.', ['received']],
  ['Cases reported in the county have doubled.', ['have']],
  ['Ann Lind said on Monday the port will lose.', ['said', 'will']],
  ['Text found on the phone showed a plan.', ['showed']],
  ['The newly elected Mayor resigned.', ['resigned']],
  ['The report helped the ports grow.', ['helped']],
  ['The session lasts for an hour.', ['lasts']],
  ['The company reports released on Monday were late.', ['were']],
  ['The council votes in June were close.', ['were']],
  ['Markets usually run ahead of growth.', ['run']],
  ['The merits of the plan are debated.', ['are']],
  ['The ship carrying the crew landed at 6am in Lund.', ['landed']],
  ['This proposed law failed.', ['failed']],
  ['The Coast Index (COX) fell sharply.', ['fell']],
  ['This asked for the names of the crew.', ['asked']],
  ['Some state and local ports are closed.', ['are']],
  ['Those will stay here.', ['will']],
  ['Members of the council remain in Oland.', ['remain']],
  ['Candidates pushing for the lease include Lind.', ['include']],
  ['Foods with low acidity need to be cooked.', ['need']],
  ['Tons of black rock each week left the yard.', ['left']],
  ['The owners of the yard design were late.', ['were']],
  ['Boats damaged in the storm were sold.', ['were']],
  ['The clinics vaccinate children against measles.', ['vaccinate']],
  ['Its buyers refurbish old ferries.', ['refurbish']],
  ['They rewrite the rules each winter.', ['rewrite']],
  ['Old methods today achieve the same.', ['achieve']],
])('%s', (text, expected) => {
  expect(verbs(text)).toEqual(expected)
})
