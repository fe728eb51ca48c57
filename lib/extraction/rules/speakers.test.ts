import { describe, expect, test } from 'vitest'
import { extract } from '../rules'

const speakers = (text: string) => extract({ text, publishedOn: '2025-03-05' }).claims.map(({ speaker }) => speaker)

describe('speakers of claims', () => {
  test('resolves pronouns by gender', () => {
    const text =
      'Anna Lind said the lock was repaired in May. Peter Mora said the gate was closed in June. She said the pumps were sold in July. He said the wall was built in 1990.'
    expect(speakers(text)).toEqual(['Anna Lind', 'Peter Mora', 'Anna Lind', 'Peter Mora'])
  })

  test('resolves a role to the only one introduced with it', () => {
    const text =
      'Transport Minister Anna Lind opened the lock on Monday. The minister said the gate was repaired in May.'
    expect(speakers(text).at(-1)).toBe('Anna Lind')
  })

  test('keeps a role that two people hold as it is written', () => {
    const text =
      'Lawyer Anna Lind said the lock was sold in May. Lawyer Peter Mora said the gate was sold in June. The lawyer said the wall was sold in July.'
    expect(speakers(text).at(-1)).toBe('The lawyer')
  })

  test('knows a surname that is also a word', () => {
    expect(speakers('Mayor Anna May said the lock was sold in June.')).toEqual(['Mayor Anna May'])
  })

  test('keeps unnamed sources as they are named', () => {
    expect(speakers('Two people close to the board said the lock was sold in June.')).toEqual([
      'Two people close to the board',
    ])
  })

  test.each([
    [
      'Critics of the sale, including the mayor, believe the lock was sold in June.',
      'Critics of the sale, including the mayor',
    ],
    ['Lind, echoing the mayor, said the lock was sold in June.', 'Lind'],
    [
      'At the hearing last week, a lawyer in the hall, Ann Lind, said the lock leaked in June.',
      'a lawyer in the hall, Ann Lind',
    ],
    ['The woman who found the boat said the lock leaked in June.', 'The woman who found the boat'],
    ['Public records revealed the lock was sold in June.', 'Public records'],
    ['The club confirmed on Sunday morning the goalkeeper left in June.', 'The club'],
    ['The law makes clear that the lock closed in June.', 'The law'],
    ['Divers determined that the lock leaked in June.', 'Divers'],
    ['The agency put the number of boats at 340.', 'The agency'],
    ['Lind was quoted as saying that the lock leaked in June.', 'Lind'],
    ['Lind reckoned that the lock leaked in June.', 'Lind'],
    ['Lind informed the council that the lock leaked in June.', 'Lind'],
    ['The divers established that the lock leaked in June.', 'The divers'],
    ['“The lock leaked in June,” Lind signalled on Monday.', 'Lind'],
    ['“The lock leaked in June,” agreed Ann Lind.', 'Ann Lind'],
    ['“The lock leaked in June,” comments Ann Lind.', 'Ann Lind'],
    ['The yard issued a notice affirming that the lock leaked in June.', null],
    ['Harbour Video is showing the race this week with coverage starting at 9.55pm.', null],
  ])('%s', (text, speaker) => {
    expect(speakers(`The harbour was calm on Friday. ${text}`).at(-1)).toBe(speaker)
  })

  test('what the publication tells before a relative with its source stays its own', () => {
    const text = 'The harbour was calm. The park lies by the lock, which, Ann Lind said, leaked in June.'
    expect(speakers(text).slice(-2)).toEqual([null, 'Ann Lind'])
  })

  test('take "Per Dahl" for a name', () => {
    const { claims } = extract({ text: 'Per Dahl said the port will hire 300 people.', publishedOn: '2025-03-05' })
    expect(claims).toMatchObject([{ quote: 'the port will hire 300 people', speaker: 'Per Dahl' }])
  })

  test.each([
    ['The lock was sold in June, Anna Lind said, the Harbour Post reported.', 'Anna Lind', 'the Harbour Post'],
    ['The Harbour Post reported that two divers said the lock was sold in June.', 'two divers', 'The Harbour Post'],
    ['Citing two divers, the Harbour Post reported that the lock was sold in June.', 'two divers', 'the Harbour Post'],
    ['The Harbour Post reported, citing two divers, that the lock was sold in June.', 'two divers', 'The Harbour Post'],
  ])('names who said it and who passed it on: %s', (text, speaker, relay) => {
    const { claims } = extract({ text, publishedOn: '2025-03-05' })
    expect(claims[0]).toMatchObject({ speaker, relay })
    expect(claims[0]?.quote.toLowerCase()).toBe('the lock was sold in june')
  })

  test('takes the one who is introduced behind the role for its holder', () => {
    const text =
      'The minister, Anna Lind, said the lock was sold in June. The minister added that the pumps were sold in July.'
    expect(speakers(text).at(-1)).toBe('Anna Lind')
  })

  test('resolves "it" to the last body that spoke', () => {
    const text = 'The lock was sold in June, the harbour board said. The pumps were sold in July, it added.'
    expect(speakers(text)).toEqual(['the harbour board', 'the harbour board'])
  })

  test('gives each of two sources in a sentence its own words', () => {
    expect(speakers('Lind said the lock was sold in June, but Mora said it was leased in July.')).toEqual([
      'Lind',
      'Mora',
    ])
  })

  test('finds who says the quotation of the next paragraph', () => {
    const text = 'Lind said in a statement:\n\n“The lock was sold in June. The board got 3 million euros.”'
    expect(speakers(text)).toEqual(['Lind', 'Lind'])
  })

  test('gives every sentence of a transcript’s turn its speaker', () => {
    const text =
      'LIND: The lock leaked on Monday. It was closed for two days.\n\nMORA: The council paid 3 million euros.'
    expect(speakers(text)).toEqual(['LIND', 'LIND', 'MORA'])
  })

  test('makes a quotation with a figure a claim by itself', () => {
    const { claims } = extract({ text: '“The lock cost 30 million euros,” Anna Lind said.', publishedOn: '2025-03-05' })
    expect(claims[0]?.quote).not.toContain('said')
    expect(claims[0]?.speaker).toBe('Anna Lind')
  })

  test.each([
    ['The harbour board has called the plan a gamble.', 'The harbour board'],
    ['Lind accused the crew of 30 leaks since May.', 'Lind'],
    ['The divers have ruled out sabotage at the lock.', 'The divers'],
    ['The Lund Institute characterized the leak as a warning.', 'The Lund Institute'],
    ['The crew was accused of leaving the lock open in May.', null],
    ['The board called a plumber on Monday.', null],
  ])('names who does something by saying it: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker])
  })

  test.each([
    ['As HarbourTech reports, the firm is the largest maker of pumps in Lund.', 'HarbourTech'],
    ['Anna Lind told Nordic envoys that the lock was sold in June.', 'Anna Lind'],
    ['Anna Lind said in the release this lock was sold in June.', 'Anna Lind'],
    ['Noting that the lock was sold in June, Mora left the meeting.', 'Mora'],
    ['Some said they saw the lock open in June.', 'Some'],
    ['The lock was sold in June, say experts.', 'experts'],
    ['The lock, the divers note, was sold in June.', 'the divers'],
    ['The gate was closed in Lund and residents said the lock was sold in June.', 'residents'],
    ['The director at that time said the lock was sold in June.', 'The director at that time'],
    ['Anna Lind shortly after the flood linked the leak to the pumps.', 'Anna Lind'],
    ['The Harbour Post, citing an unnamed diver, reported that the lock was sold in June.', 'an unnamed diver'],
    ['The crew repaired the lock, which Anna Lind said was sold in June.', 'Anna Lind'],
    ['The divers, however, claimed a find in the lock, which they said began in June.', 'The divers'],
    ['It comes amid a row over the lock, with critics accusing it of a leak in June.', 'critics'],
    ['Recent surveys in Lund have shown a fall in leaks since June.', 'Recent surveys in Lund'],
    [
      '"We repair it," Anna Lind said. "Lund and the harbour repair the lock each June" against the flood.',
      'Anna Lind',
    ],
    ['Lawyer Karl Mora Jr. said the lock was sold in June.', 'Lawyer Karl Mora Jr.'],
    ['In the last Harbour Post poll, held in May, Lind led Mora by 5 percentage points.', 'the last Harbour Post poll'],
    ['Anna Lind said the lock leaked in May, though the board had repaired it in April.', null],
    ['Data from the Lund Institute show that the lock was sold in June.', 'Data from the Lund Institute'],
    ['Figures published on Monday revealed that the lock was sold in June.', 'Figures published'],
    ['The lock was sold in June, official figures show.', 'official figures'],
    ['The agency estimates 300 homes were flooded in June.', 'The agency'],
    ['The bank forecasts that the lock will be sold in June.', 'The bank'],
    ['The firm, based in Lund, said the lock was sold in June.', 'The firm'],
    ['The firm posted a profit of 300 million euros in May, it said.', 'The firm'],
    ['Anna Lind, for her part, said the lock was sold in June.', 'Anna Lind'],
    ['The plan was criticised by residents in May.', 'residents'],
    ['Anna Lind, speaking in Lund on Monday, said the lock was sold in June.', 'Anna Lind'],
    ['Anna Lind, in a letter to the board, said the lock was sold in June.', 'Anna Lind'],
    ['The crew left for Lund on a lock that was sold in June, a newspaper reported Friday.', 'a newspaper'],
    ['The board closed the gate after a viral post that said the lock was sold in June.', 'a viral post'],
    ['The board questioned Per Mora, who said the lock was sold in June.', 'Mora'],
    ['The lock was sold in June, according to the Harbour Office and 20 ferries were lost.', 'the Harbour Office'],
    ['The gate was closed in May and the divers, who had asked for it, said the lock was sold in June.', 'the divers'],
    ['Olmdal United confirmed on Monday the lock was sold in June.', 'Olmdal United'],
    ['Residents speculated that the lock was sold in June.', 'Residents'],
    ['The board called on Lund to leave after the owner claimed that the lock was sold in June.', 'the owner'],
    ['Residents said the lock was sold in June. They added that the gate was closed in July.', 'Residents'],
    ['“The lock was sold in June,’’ Per Mora told the Harbour Post.', 'Per Mora'],
  ])('sees who tells it: %s', (text, speaker) => {
    expect(speakers(text).at(-1)).toBe(speaker)
  })

  test.each([
    'The harbour bought a ferry, a sale announced on Monday.',
    'The stock added 2 percent after the board sold the lock in June.',
  ])('gives no speaker to what nobody says: %s', (text) => {
    expect(new Set(speakers(text))).toEqual(new Set([null]))
  })

  test('cuts what a speaker adds from the quotation before it', () => {
    const text =
      '"The lock has leaked since June," the mayor said, adding that it would take "more days" before the gate opens.'
    expect(extract({ text, publishedOn: '2025-03-05' }).claims.map(({ quote }) => quote)).toEqual([
      'The lock has leaked since June',
      'it would take "more days" before the gate opens',
    ])
  })

  test('cuts what a speaker adds behind the comma', () => {
    const text = 'Anna Lind said the lock was sold in June, adding that the gate was closed in July.'
    expect(speakers(text)).toEqual(['Anna Lind', 'Anna Lind'])
  })

  test('leaves what a speaker also did to the publication', () => {
    const text = 'Both divers said the lock was sold in June and asked the board to close it.'
    expect(extract({ text, publishedOn: '2025-03-05' }).claims[0]).toMatchObject({
      quote: 'the lock was sold in June',
      speaker: 'Both divers',
    })
  })
})
