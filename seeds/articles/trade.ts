import { addDays, type Day } from '@/lib/core/days'
import { dayMonth, halfWords, longDay, monthDay, monthName, monthYear, weekday, yearOf } from '../calendar'
import type { Dates } from '../dates'
import type { DemoArticle } from '../steps/articles'

/** Of two invented states, Veldria and Osmere: their pact, what was promised with it, and the meeting of their leaders. */

const pactBody = ({ said, month }: Dates): string => `Veldria and Osmere signed a trade pact on ${weekday(
  addDays(said.pact, -1),
)} that sets up a joint investment fund of $550 billion. The fund is the largest that either state has ever taken part in, according to the text of the pact.

"We put $550 billion on the table, and it will be spent on ships, grids and chips," Trade Minister Elena Varga said at the signing in Tarn. Varga said Veldria will cut its duty on imported cars to 5 percent by the end of ${monthYear(month.duty)}.

The pact has 214 pages and was negotiated for three years. It does not say how much of the fund is cash and how much consists of loans and guarantees.

The new container terminal in Port Aldis is expected to open in ${monthYear(month.terminal)}. About 60 percent of the goods between the two states pass through the city.

Opposition lawmaker Jonas Thale called the pact a leap in the dark and asked for a debate in both chambers.`

export const pact = (dates: Dates): DemoArticle => ({
  key: 'pact',
  publisher: 'The Harbor Courier',
  url: 'https://harbor-courier.example/world/veldria-osmere-pact',
  title: 'Veldria and Osmere sign pact with $550 billion fund',
  publishedOn: dates.said.pact,
  text: `By Lena Marchetti

TARN, ${monthDay(dates.said.pact)}, ${yearOf(dates.said.pact)} (Harbor Courier) — ${pactBody(dates)}`,
})

/** The same text a day later at an aggregator, with what aggregators put around it. */
export const pactCopy = (dates: Dates): DemoArticle => ({
  key: 'pact-copy',
  publisher: 'Globe Relay',
  url: 'https://globe-relay.example/2/veldria-osmere-pact-signed',
  title: 'Two states sign $550 billion pact',
  publishedOn: addDays(dates.said.pact, 1),
  text: `${pactBody(dates)}

This article was originally published by The Harbor Courier.

Read also:
Ten harbors to see before autumn
Why freight rates fell

Sign up for the Globe Relay newsletter

© ${yearOf(dates.said.pact)} Globe Relay. All rights reserved.`,
})

export const bases = ({ said, troopHalf, month }: Dates): DemoArticle => ({
  key: 'bases',
  publisher: 'Minato Chronicle',
  url: 'https://minato-chronicle.example/politics/osmere-bases',
  title: 'Osmere to thin out its northern bases',
  publishedOn: said.bases,
  text: `TARN, ${dayMonth(said.bases)} ${yearOf(said.bases)} (Minato Chronicle) -- Osmere keeps 54,000 military personnel at 12 bases along its northern coast, more than any other state on the strait.

Defence Minister Ruth Okwara said 4,000 of them will leave the coast in ${halfWords(troopHalf.from)}. "The strait is calmer than it was ten years ago," she told reporters in Tarn.

The bases cost the state 3.1 billion crowns a year. Okwara said half of that sum goes to wages.

Two ministry officials said the old airfield at Skarn may close by the end of ${monthYear(month.airfield)}. They spoke on condition of anonymity because no decision has been announced.

The towns around the bases fear for their shops. In Skarn, one household in three lives on the garrison, the mayor's office estimates.

Okwara will present the plan to parliament next week.`,
})

export const exports = ({ said, month, exportHalf }: Dates): DemoArticle => ({
  key: 'exports',
  publisher: 'Donau Tagblatt',
  url: 'https://donau-tagblatt.example/wirtschaft/en/veldria-exports',
  title: 'Veldrian exports jump after the pact',
  publishedOn: said.exports,
  text: `MARENNE, ${longDay(said.exports)} (Donau Tagblatt) - Veldria's exports rose 14.9 percent in the year to ${monthYear(addDays(said.exports, -40))}, the Veldria Statistics Office said on ${weekday(addDays(said.exports, -1))}. Imports grew by 3 percent over the same period.

Trade Minister Elena Varga called the figures proof that the pact works. She said exports of machines will exceed €9 billion in ${halfWords(exportHalf.from)}.

Varga also said Veldria will abolish the fuel tax by the end of ${monthYear(month.fuelTax)}. The tax brings in €640 million a year.

Economists were more careful. The year before had been the weakest in a decade, said Mira Lang of the Marenne Institute, so that the comparison flatters the present.

A secret side letter to the pact was signed in Tarn, people close to the talks said. Neither government has confirmed that such a letter exists.

The office will publish its next report in ${monthName(addDays(said.exports, 95))}.`,
})

export const summitHalf = ({ said, summit, month }: Dates): DemoArticle => ({
  key: 'summit-half',
  publisher: 'Aldermoor Post',
  url: 'https://aldermoor-post.example/world/leaders-to-meet',
  title: 'Leaders of pact states to meet for the first time',
  publishedOn: said.summitHalf,
  text: `MARENNE, ${longDay(said.summitHalf)} — The leaders of Veldria and Osmere will meet in Marenne in ${halfWords(summit.from)}, Trade Minister Elena Varga said on ${weekday(addDays(said.summitHalf, -1))}. It would be their first meeting since the pact was signed.

Varga said a direct ferry line between the two capitals will start in ${monthYear(month.ferryLine)}. The crossing now takes 19 hours with a change of ships.

Ferry fares have doubled since 2019, according to the Strait Passengers' League. The operators say that fuel and port fees rose even faster.

The pact was signed half a year ago after three years of talks. Its fund of $550 billion has paid for two grid links so far.

Critics in both states say the fund is slow. Osmere's finance ministry did not answer questions about the sums that were paid out.`,
})

export const summitMonth = ({ said, summit, month }: Dates): DemoArticle => ({
  key: 'summit-month',
  publisher: 'The Harbor Courier',
  url: 'https://harbor-courier.example/world/summit-month',
  title: 'Ferry, census, aircraft: what the coming months are to bring',
  publishedOn: said.summitMonth,
  text: `By Lena Marchetti

MARENNE, ${monthDay(said.summitMonth)}, ${yearOf(said.summitMonth)} (Harbor Courier) — The ferry to Gull Island is expected to resume service by the end of ${monthYear(month.island)}. The quay there was damaged by a storm.

The census bureau is expected to publish its new count of Port Aldis in ${monthYear(month.census)}.

Norwind Air is expected to order 30 aircraft by the end of ${monthYear(month.aircraft)}. The airline carried 2.3 million passengers last year.

If the council approves the bond, work on the new stadium is expected to begin by the end of ${monthYear(month.stadium)}.

In Veldria, Trade Minister Elena Varga said the summit with Osmere will take place in ${monthYear(summit.from)}. She had named only a half-year before.

Varga said both reactors at Kell will be back on the grid by the end of ${monthYear(month.reactors)}. They have stood still since an inspection found cracks in a cooling pipe.`,
})

export const summitDays = ({ said, summit, customsOffice }: Dates): DemoArticle => ({
  key: 'summit-days',
  publisher: 'Minato Chronicle',
  url: 'https://minato-chronicle.example/politics/summit-dates',
  title: 'Veldria and Osmere fix dates of summit',
  publishedOn: said.summitDays,
  text: `MARENNE, ${dayMonth(said.summitDays)} ${yearOf(said.summitDays)} (Minato Chronicle) -- The leaders of Veldria and Osmere will hold their summit in Marenne from ${daysWords(summit.from, summit.to)}, Trade Minister Elena Varga said.

Some 1,200 police officers will guard the old town, where 40 streets are closed to cars. Hotels in the centre are booked out. Cafés along the river have been asked to take in their tables, and schools in the old town will teach at home.

Varga said a joint customs office will start work by ${longDay(customsOffice)}. It is meant to halve the time that a truck waits at the border, now 11 hours on average.

The two states trade goods worth €31 billion a year. Osmere sells mostly ore and fish; Veldria sells machines and cars.`,
})

/** "14 to 16 October 2025", "30 September to 2 October 2025" */
function daysWords(from: Day, to: Day): string {
  const first = monthName(from) === monthName(to) ? dayMonth(from).split(' ')[0] : dayMonth(from)
  return `${first} to ${longDay(to)}`
}
