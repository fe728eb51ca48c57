import { addDays } from '@/lib/core/days'
import { dayMonth, longDay, monthDay, monthYear, weekday, yearOf } from '../calendar'
import type { Dates } from '../dates'
import type { DemoArticle } from '../steps/articles'

/** Of invented towns: Port Aldis with its mayor, Aldermoor with its flats, Kestrel Bay with its trams. */

export const city = ({ said, month }: Dates): DemoArticle => ({
  key: 'city',
  publisher: 'The Harbor Courier',
  url: 'https://harbor-courier.example/city/pike-four-years',
  title: 'Four years of Mayor Pike: trees, a park and a wall',
  publishedOn: said.city,
  text: `By Ada Feld

PORT ALDIS, ${monthDay(said.city)}, ${yearOf(said.city)} (Harbor Courier) — The city has planted 12,000 trees since he took office, Mayor Desmond Pike said at a rally on ${weekday(addDays(said.city, -2))}. Pike said the riverside park will open in ${monthYear(month.park)}.

"I never promised free parking downtown," Pike told the crowd.

The council is expected to vote on the flood wall in ${monthYear(month.floodWall)}. The wall is to protect 9,500 homes in the lower town.

Pike said the waterfront will soon be the finest in the country. He gave no plan and no sum.

The mayor was elected with 51 percent of the vote. His rival, council member Greta Sund, said the city's debt grew by a third in his term. She wants to talk about schools, she said, and not about ribbons that somebody else may cut.

Comments (3)

dockside_dan
Trees? I counted nine on my street and six of them are dead.

M. Okell
He will win again with 70 percent, mark my words.

tilda99
The park was due two years ago. It will cost at least 5 million more.`,
})

export const housing = ({ said }: Dates): DemoArticle => ({
  key: 'housing',
  publisher: 'Aldermoor Post',
  url: 'https://aldermoor-post.example/local/empty-flats',
  title: 'Tenants demand tax on empty flats',
  publishedOn: said.housing,
  text: `ALDERMOOR, ${longDay(said.housing)} — One in five flats in Aldermoor stands empty, the Aldermoor Tenants' Union said on ${weekday(addDays(said.housing, -1))}. The union wants the council to tax owners who leave a flat unused for a year.

Rents in the town rose 8 percent last year. St Brannoc's Hospital has 640 beds and cannot fill its rotas because nurses find no rooms, the union added.

The council's housing officer, Paul Wren, did not dispute that rents are a burden. "We are short of homes for people who keep this town alive," he said.

The power cut in the night to Tuesday left 90,000 homes in the county dark, the grid operator Eastgrid said. It lasted four hours in most streets, and Eastgrid promised to pay for spoilt food.

The town's last new estate was finished in 2018. It has 220 flats.`,
})

export const transport = ({ said, month }: Dates): DemoArticle => ({
  key: 'transport',
  publisher: 'Southern Cross Dispatch',
  url: 'https://southern-cross-dispatch.example/transport/trams-and-buses',
  title: 'Kestrel Bay counts the cost of its tram line',
  publishedOn: said.transport,
  text: `KESTREL BAY, ${dayMonth(said.transport)} ${yearOf(said.transport)} (Southern Cross Dispatch) — The new tram line in Kestrel Bay cost A$3.5 million per kilometre, the Bay Transit Authority said on ${weekday(addDays(said.transport, -1))}. That would make it the cheapest line in the country.

The line is 14 kilometres long and carries 26,000 passengers a day.

In Veldria, where the authority bought its old trams, Trade Minister Elena Varga said the last of 400 electric buses will be delivered in ${monthYear(month.buses)}. The order is worth €190 million.

Drivers in Kestrel Bay went on strike for two days over shifts. The authority has since hired 85 people.

On the promenade the new trams are a familiar sight by now. Shopkeepers who fought the line for years put out benches beside the stops.

Fares stay as they are this year, the authority said.`,
})

export const harbor = ({ said, tunnel, tram, customsHouse, overdue, inGrace }: Dates): DemoArticle => ({
  key: 'harbor',
  publisher: 'The Harbor Courier',
  url: 'https://harbor-courier.example/city/tunnel-and-tram',
  title: 'Tunnel, tram and a sale: what Port Aldis waits for',
  publishedOn: said.harbor,
  text: `By Ada Feld

PORT ALDIS, ${monthDay(said.harbor)}, ${yearOf(said.harbor)} (Harbor Courier) — The harbor tunnel is expected to reopen by ${monthDay(tunnel)}, ${yearOf(tunnel)}. It was closed after water came through the roof.

Mayor Desmond Pike said the tram extension to the shipyards will open on ${weekday(tram)}, ${monthDay(tram)}, ${yearOf(tram)}. The extension is 4.2 kilometers long.

The fish market is expected to move into its new hall by ${monthDay(overdue)}, ${yearOf(overdue)}. Traders have paid for the stands for months.

The ice plant next door is expected to be torn down by ${monthDay(inGrace)}, ${yearOf(inGrace)}.

Two officials familiar with the budget said the city may sell the old customs house by ${monthDay(customsHouse)}, ${yearOf(customsHouse)}. The building has stood empty for 11 years. Shipping firm Okell plans to move its office into the grain store beside it.

Port Aldis charges the highest price for water among the ten largest cities of the state, consumer group Clear Tap said. A household pays $71 a month on average.`,
})

const councilText = (
  { said, housingVote, pool }: Dates,
  votes: string,
  note: string,
): string => `ALDERMOOR, ${longDay(said.council)} — The council of Aldermoor voted ${votes} on ${weekday(addDays(said.council, -1))} to tax flats that stand empty for more than a year. The tax is 2 percent of a flat's value.

The council is likely to approve the list of exempt streets by ${longDay(housingVote)}. Owners of listed houses have asked for a longer delay.

Council leader Harriet Moss said the swimming hall will reopen by ${longDay(pool)}. Moss said repairs had cost £1.8 million.

About 400 people followed the debate from the gallery and the square outside. The vote came after nine hours. Some had brought folding chairs, others banners with the names of their streets. The first speaker was a nurse who lives with her son in a single room above a bakery.${note}`

export const council = (dates: Dates): DemoArticle => ({
  key: 'council',
  publisher: 'Aldermoor Post',
  url: 'https://aldermoor-post.example/local/empty-flats-vote',
  title: 'Aldermoor taxes empty flats',
  publishedOn: dates.said.council,
  text: councilText(dates, '31 to 15', ''),
})

/** The same address two days later: the paper put its figure right and says so. */
export const councilChanged = (dates: Dates): DemoArticle => ({
  ...council(dates),
  key: 'council-changed',
  text: councilText(
    dates,
    '31 to 14',
    '\n\nAn earlier version of this report misstated the number of votes against the tax.',
  ),
})
