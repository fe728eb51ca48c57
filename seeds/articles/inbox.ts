import { addDays } from '@/lib/core/days'
import { dayMonth, longDay, monthYear, weekday, yearOf } from '../calendar'
import type { Dates } from '../dates'
import type { DemoArticle } from '../steps/articles'

/** Articles that came in during the last days: nobody at the desk has gone through them yet. */

export const budget = ({ said, customsOffice }: Dates): DemoArticle => ({
  key: 'budget',
  publisher: 'Donau Tagblatt',
  url: 'https://donau-tagblatt.example/wirtschaft/en/veldria-budget',
  title: 'Veldria plans record budget',
  publishedOn: said.budget,
  text: `MARENNE, ${longDay(said.budget)} (Donau Tagblatt) - Veldria will spend €48.2 billion next year, a tenth more than this year, Finance Minister Oskar Lind said on ${weekday(addDays(said.budget, -1))}.

Lind said the deficit will fall below 2.5 percent of output by the end of ${yearOf(addDays(said.budget, 400))}. It stood at 3.8 percent last year.

The largest item is pensions with €13.7 billion. Defence spending is set to rise by a quarter to €4 billion.

Trade Minister Elena Varga said the investment fund of $550 billion has created 26,000 jobs so far. Unions put the number at fewer than 8,000. The joint customs office of Veldria and Osmere will start work on ${longDay(addDays(customsOffice, -2))}, Varga said.

Parliament is due to vote on the budget on ${dayMonth(addDays(said.budget, 33))}. Lind is considering a tax on short flights, two people briefed on the talks said.

Veldria's debt per head is lower than that of all its neighbours, the ministry said.`,
})

export const film = ({ said }: Dates): DemoArticle => ({
  key: 'film',
  publisher: 'Southern Cross Dispatch',
  url: 'https://southern-cross-dispatch.example/culture/film-festival',
  title: 'Kestrel Bay looks forward to its film festival',
  publishedOn: said.film,
  text: `KESTREL BAY, ${dayMonth(said.film)} ${yearOf(said.film)} (Southern Cross Dispatch) — Kestrel Bay has cleaned its old cinemas, and the mood in the lanes behind the beach is cheerful. Nobody speaks of anything but the festival.

The programme has 93 films from 31 countries, director Amara Quill said. Last year's festival sold 41,000 tickets, more than ever before.

Quill hopes to move the opening night to the harbour in ${monthYear(addDays(said.film, 365))}. "An evening by the water is worth any amount of rain," she said.

The mayor is said to like musicals. Two hotels have painted their fronts. In the evenings a brass band rehearses under the palm trees, mostly for its own pleasure.

A ticket costs A$18, as it did last year. Students may pay half of that.`,
})
