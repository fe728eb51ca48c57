import { monthDay, monthYear, yearOf } from '../calendar'
import type { Dates } from '../dates'
import type { DemoArticle } from '../steps/articles'

/** Three looks ahead of an invented weekly: what firms around the strait plan, and what they may do. */

const PUBLISHER = 'Strait Business Weekly'

export const firmsFirst = ({ said, firms }: Dates): DemoArticle => ({
  key: 'firms-first',
  publisher: PUBLISHER,
  url: 'https://strait-business.example/ahead/berths-and-bread',
  title: 'Berths, bread and a bank: the year around the strait',
  publishedOn: said.firmsFirst,
  text: `NORHAVEN, ${monthDay(said.firmsFirst)}, ${yearOf(said.firmsFirst)} (Strait Business Weekly) — Okell plans to add a second berth for car carriers by the end of ${monthYear(firms.berth)}. Its yard has turned ships away since the spring.

Grid operator Eastgrid plans to replace 300 transformers by the end of ${monthYear(firms.transformers)}. Most of them are older than the people who look after them.

The Strait Bank may open a branch in Marenne by the end of ${monthYear(firms.branch)}, its board heard in a long meeting.

Bakery chain Halm may stop selling bread on Sundays by the end of ${monthYear(firms.bread)}. The chain has 61 shops and too few hands for all of them.

The price of the sea pass is expected to rise by the end of ${monthYear(firms.pass)}. Commuters on both shores pay for it by the month, and the ferry lines say that fuel leaves them no choice.`,
})

export const firmsSecond = ({ said, firms }: Dates): DemoArticle => ({
  key: 'firms-second',
  publisher: PUBLISHER,
  url: 'https://strait-business.example/ahead/wings-and-cables',
  title: 'Wings, cables and a dock: what the firms promise',
  publishedOn: said.firmsSecond,
  text: `NORHAVEN, ${monthDay(said.firmsSecond)}, ${yearOf(said.firmsSecond)} (Strait Business Weekly) — Norwind Air plans to fly to Skarn by the end of ${monthYear(firms.skarn)}. The small field there has no lights yet, and a snow plough that nobody has seen work.

Cable maker Tessel plans to hire 200 people by the end of ${monthYear(firms.hiring)}. Its order book is full, its works council says, and its canteen is not.

The Strait Bank may merge with Marenne Savings by the end of ${monthYear(firms.merger)}. Both houses have been seen at the same notary.

The fish auction in Norhaven may move online by the end of ${monthYear(firms.auction)}. Older buyers want to go on smelling what they bid for.

The new grain dock is set to open by the end of ${monthYear(firms.dock)}. Two cranes stand already, and the rails reach the water.`,
})

export const firmsThird = ({ said, firms }: Dates): DemoArticle => ({
  key: 'firms-third',
  publisher: PUBLISHER,
  url: 'https://strait-business.example/ahead/ferries-and-tolls',
  title: 'Old ferries, new tolls: the months to come',
  publishedOn: said.firmsThird,
  text: `NORHAVEN, ${monthDay(said.firmsThird)}, ${yearOf(said.firmsThird)} (Strait Business Weekly) — Okell plans to sell four older ferries by the end of ${monthYear(firms.ferries)}. Buyers from three seas have looked at their engines.

Tessel may close its mill at Skarn by the end of ${monthYear(firms.mill)}. The mill has 90 workers, and the town has little else.

The toll bridge at Ostrand is expected to be finished by the end of ${monthYear(firms.bridge)}. Only the railings and the booths are missing.

Eastgrid is expected to publish its new tariffs by the end of ${monthYear(firms.tariffs)}. Households wait for them more than the grid does.

Norwind Air is set to take over the airport shuttle by the end of ${monthYear(firms.shuttle)}. The city ran it at a loss for nine years and says it will miss neither the buses nor the letters about them.`,
})
