import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const kinds = (text: string) => extract({ text, publishedOn: '2025-10-22' }).claims.map((claim) => claim.kind)

describe('a figure is the point', () => {
  test.each([
    'Two divers were killed in a fire at the port.',
    'The storm injured three dock workers in Lund.',
    'The lock is about 5,000 years old.',
    'Four of the 12 boats were gone on Monday.',
    'In May her lead was 7 points.',
    'The port now burns half as much coal as it did in 2009.',
    'A majority of voters expect Ann Lind to win the vote.',
    'In a two-way race, 46 percent would choose Ann Lind.',
    'Dozens of sailors drowned in the storm.',
    'The flood killed hundreds of people in Lund.',
    'It is the port’s third strike of the winter.',
    'Only two locks in the county were built with steel gates.',
    'A claim of £3,000 appeared in the accounts of the port.',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual(['statistic'])
  })
})

describe('a figure only says which one is meant', () => {
  test.each([
    'These 150 sailors entered the port without a permit.',
    'The 14 divers were released in Lund.',
    'The harbour board invited three towns to join the 16-town league.',
    'The council discussed answers to 28 questions.',
    'The firm spending more than $100 million on a lock refused to meet the council.',
    'Lind challenged the size of the fees – which totalled £10,935 – and the late warning.',
    'Three ferries left the port in the storm.',
    'The film of the storm ran at 4K in Lund on Monday.',
    'The film of the race is shown at 1080p on the box.',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual(['event'])
  })
})

describe('the point is that somebody says or holds it', () => {
  test.each([
    'The mayor called the hearing a sham.',
    'Karin Mora called Monday\'s vote a "great day for Lund."',
    'The council made a strong condemnation of the strike.',
    'They sent a letter on Thursday to the board opposing the sale.',
    'Ann Lind called for a pause in the talks.',
    'Port officials described the fire as an attack.',
    'The council ruled out a link to the ferry.',
    'The minister defended the actions of the port.',
    'Brokers are of the view that the port is recovering.',
    'Ann Lind said she was heartened by the help from the port.',
    'Ann Lind told the divers that she looked forward to visiting Oland.',
    'He told reporters he supported the strike.',
    'Lind said the cut in fees is supporting the market.',
    'The board said her call was irregular and inappropriate.',
    'The divers said that digging so deep suggests a plan.',
    'Ann Lind tried on Monday to make the case that the sale was fair.',
    'The board agreed with Ann Lind that the sale was fair.',
    'The mayor has signaled willingness to sell the docks.',
    'The union sounded a call for the ferries to stop.',
    'Lind has acknowledged the size of the debt.',
    'Mora dismissed the reports as a joke.',
    'Mora sees the ban as a chance to rest.',
    'Many divers suspect the leak was caused by poor ropes.',
    'The port confirmed this in a letter.',
    'Lind was adamant that the lock leaked in June.',
    'Lind disagrees with the board of the port.',
    'The board rejected the claim that the lock leaks.',
    'Both sides said they were hopeful the swap could end the 18-year row.',
    'Ann Lind Jr. said that they felt dejected about the sale.',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual(['statement'])
  })

  test.each([
    'The mayor called the police.',
    'Ann Lind was accused of lying to the council.',
    'The board has been accused of lying to the council.',
    'Police said the case was still open.',
    'Police said the divers were found on the beach.',
    'Lind said the sailors wanted to raid the port.',
    'The group maintains an office in Lund.',
    'Police said the lock was closed on Monday because it leaked.',
    'A judge rejected the request of the port.',
    'Lind called the pilots while on her way to the lock.',
    'Ann Lind said that the crew may have left in a boat.',
    'Ann Lind said that it was a fight between two sailors.',
    '“We are taking in boats from all of Oland,” Lind said.',
  ])('told as a fact: %s', (text) => {
    expect(kinds(text)).toEqual(['event'])
  })
})

describe('what is still to come', () => {
  test.each([
    'It is unclear whether the lock will hold.',
    '“I would expect more sales like this,” Lind said.',
    'Analysts expect the market to grow.',
    '“We know that the fees will hurt the port,” Lind said.',
    'Held at the old dock, located in Park Lane, the fair will open the season.',
    'The council planned to pay the first 32 claims on Friday.',
    'Lind said that the lock will need to be rebuilt.',
    'It was not clear whether the owners would come to Lund.',
    'Lind said it was entirely possible that the fees would rise.',
    '“We would need to replace the gates,” Lind said.',
    'If the hull is not too badly rusted, divers may be able to raise it.',
    'The hull might also have paint from the other ship.',
    'This would be a $95 million sale.',
    'From now until March 2026, visitors can vote for the best boat.',
    'The council appears set to sell the lock.',
    'The plan is for the divers to stay in Lund until the trial ends.',
    'Lind said the new lock would cost the port $40 million.',
    'Lind said the plan was unlikely to work.',
    'Lind told the paper the crew planned to block the port.',
    'Ministers are pondering a ban on plastic ropes.',
    'The old ferry is headed for the breakers.',
    'The pumps are destined to fail.',
    'If a crew wins all races, it can claim £20,000.',
    'By the 2030s, the port should have gained enough depth for large ships, she said.',
    'The Lund crew plays Oland tomorrow.',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual(['prediction'])
  })

  test.each([
    ['The port said it couldn’t answer until September.', 'event'],
    ['Lind said he would not comment on the sale.', 'event'],
    ['The board questioned whether the lock will hold.', 'statement'],
    ['The pact respects the borders and will of the island.', 'event'],
    ['Officials in Lund hoped she would bring aid.', 'statement'],
    ['“We are hoping that they get a permit,” Lind said.', 'statement'],
    ['“We will not comment on the sale,” Lind said.', 'statement'],
    ['“I don’t see how the lock could be sold,” Lind said.', 'statement'],
    ['It is not enough to argue the lock may leak.', 'event'],
    ['Another option is to keep the lock.', 'event'],
    ['The leak is likely a result of the frost.', 'event'],
    ['The crew had planned to leave the port.', 'event'],
    ['The board is headed by a former diver.', 'event'],
    ['If left alone, rust can sink a ship.', 'event'],
    ['The delay appears to be due to a strike of the pilots.', 'event'],
    ['At the fair this week the yard has finally pulled the covers off its ferry.', 'event'],
    ['For now, that would be a theoretical gain.', 'event'],
    ['The port has to sell the mill, which it is not about to do.', 'event'],
    ['News that the mill will close reached the owners.', 'event'],
    ['The owner filed a request asking for assurance that the ship will remain in Lund.', 'event'],
    ['In early 2019, the mayor told reporters she could live with the sale.', 'event'],
    ['The mayor had been talking about the planned visit of the fleet in November.', 'event'],
  ])('not %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind])
  })

  test('not what others fear may be', () => {
    expect(kinds('It was a sale that some welcomed, but others fear may sink the port.').at(-1)).toBe('statement')
  })
})
