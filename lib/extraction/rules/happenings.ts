import { WordMap } from './lexicon'
import type { Token } from './tokens'

/** Words that name something that happens on a day, by kind: what "the murder" and "was killed" have in common. */

const KINDS = new WordMap<string>(
  [
    'killing: kill kills killed killing murder murders murdered slaying slayings slain slay shot shooting shootings stabbing stabbed assassination assassinated death deaths died dies die',
    'bombing: bombing bombings bombed bomb blast blasts explosion explosions exploded attack attacks attacked airstrike airstrikes raid raids',
    'fire: fire fires blaze blazes wildfire wildfires burned',
    'quake: quake quakes earthquake earthquakes temblor tsunami struck',
    'crash: crash crashes crashed collision collided derailment derailed accident',
    'election: election elections vote votes voting poll polls referendum ballot runoff primary caucuses',
    'summit: summit summits',
    'meeting: meeting meetings talks negotiations',
    'conference: conference congress convention forum assembly expo exhibition fair festival',
    'hearing: hearing hearings trial trials arguments arraignment sentencing',
    'ruling: ruling verdict judgment judgement decision ruled',
    'visit: visit visits trip tour',
    'launch: launch launches launched liftoff',
    'opening: opening opened opens inauguration inaugurated ceremony swearing-in',
    'match: match game final semifinal race tournament championship olympics games cup',
    'storm: storm storms hurricane typhoon cyclone flood floods flooding eruption erupted',
    'wedding: wedding funeral',
    'coup: coup invasion invaded uprising revolution',
    'strike: strike walkout',
    'truce: ceasefire cease-fire truce armistice',
    'deadline: deadline',
    'debate: debate debates',
    'budget: budget',
    'merger: merger takeover acquisition',
  ].flatMap((line) => {
    const [kind = '', words = ''] = line.split(': ')
    return words.split(' ').map((word): [string, string] => [word, kind])
  }),
)

/** The kind of happening that a word names, or null. */
export const happeningOf = (token: Token): string | null => (token.kind === 'word' ? (KINDS.of(token) ?? null) : null)

/** Kinds that people come together for, so that what is told of them is told of their day. */
export const GATHERINGS: ReadonlySet<string> = new Set(
  'summit meeting conference hearing visit opening match wedding debate'.split(' '),
)
