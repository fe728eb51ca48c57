import { anyOf, wordSet } from './words'

/** Nouns and adjectives by which somebody says, thinks, wants or fears something, with what leads to its content. */

/** "his claim that", "concerns that". */
export const NOUNS_WITH_THAT = wordSet(`
  claim claims assertion assertions argument arguments allegation allegations accusation accusations suggestion suggestions belief
  beliefs view opinion hope hopes fear fears concern concerns worry worries doubt doubts suspicion suspicions expectation
  expectations conclusion conclusions finding findings statement statements announcement admission acknowledgment acknowledgement
  warning warnings prediction predictions promise promises pledge pledges vow threat threats insistence denial denials complaint
  complaints notion idea theory rumor rumors rumour rumours speculation report reports confirmation contention recognition
  realization understanding agreement assurance assurances demand demands proposal recommendation recommendations message consensus
  perception impression feeling conviction confidence assumption assumptions charge charges revelation revelations disclosure
  reminder narrative rhetoric declaration testimony estimate estimates forecast projection ruling remark remarks comment comments
  hint hints hypothesis fantasy myth delusion case point guess wish optimism skepticism scepticism anxiety alarm signal signals word boast
`)

/** "his decision to", "a pledge to". */
export const NOUNS_WITH_INFINITIVE = wordSet(`
  plan plans promise promises pledge pledges vow vows threat threats decision decisions refusal reluctance willingness unwillingness
  desire intention intentions intent call calls demand demands request requests proposal proposals offer offers commitment
  commitments agreement agreements determination idea ambition ambitions aim hope hopes order orders invitation appeal appeals
  eagerness advice recommendation ruling vote wish
`)

const TALK = wordSet('about on regarding concerning over')
const OF = wordSet('of')
const FOR = wordSet('for')
const TO = wordSet('to')

/** "criticism of", "support for", "remarks about": each noun with the prepositions that lead to its content. */
export const NOUNS_WITH_PREPOSITION: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...entries(
    `comment comments remark remarks statement statements view views opinion opinions position stance rhetoric message thoughts
     question questions concern concerns worry worries doubt doubts skepticism scepticism reservations misgivings anxiety
     complaint complaints warning warnings speculation disagreement disagreements speech speeches idea ideas illusions tweet tweets
     testimony feelings`,
    TALK,
  ),
  ...entries('views view opinion', wordSet('of on about')),
  ...entries(
    `criticism criticisms rejection condemnation denunciation defense defence denial description account assessment praise
     endorsement announcement acknowledgment acknowledgement admission characterization portrayal depiction interpretation
     accusation accusations allegations fear fears hopes vision theory threat promise abandonment approval disapproval
     understanding embrace adulation mockery dismissal recollection warnings mention`,
    OF,
  ),
  ...entries('criticism', wordSet('of for')),
  ...entries(
    `call calls demand demands support plan plans proposal proposals praise hope hopes request requests disdain admiration
     contempt respect sympathy preference enthusiasm appeal appeals advocacy bid push vision justification rationale`,
    FOR,
  ),
  ...entries('opposition objection objections commitment commitments resistance reaction response aversion', TO),
  ...entries('favor favour support', wordSet('of for')),
  ...entries('plea pleas pitch bids pushes pressure', FOR),
  ...entries('attack attacks assault focus emphasis', wordSet('on against')),
  ...entries('obsession fascination frustration disappointment', wordSet('with over at')),
  ...entries('anger outrage dismay alarm fury', wordSet('at over about')),
])

function entries(nouns: string, particles: ReadonlySet<string>): [string, ReadonlySet<string>][] {
  return [...wordSet(nouns)].map((noun) => [noun, particles])
}

/** "is confident that", "were critical of", "are unsure whether". */
export const ADJECTIVES = wordSet(`
  confident convinced sure unsure certain uncertain hopeful optimistic pessimistic worried concerned afraid fearful anxious aware
  unaware skeptical sceptical critical supportive opposed dismissive wary suspicious doubtful adamant insistent coy mum
  vocal outspoken proud glad pleased disappointed angry outraged upset furious surprised shocked grateful thankful
  willing unwilling eager reluctant determined keen interested bullish bearish passionate sympathetic contemptuous
  fearful hesitant enthusiastic apologetic noncommittal mindful jealous envious leery alarmed dismayed frustrated puzzled
  confused thrilled delighted ashamed cautious clear explicit blunt candid frank ready
`)
export const ADJECTIVE_PARTICLES = wordSet('that about of on whether if to at over by how why in with toward')
/** Of these only "that", "about" and question words: "clear of", "ready to" say nothing about a view. */
export const PLAIN_ADJECTIVES = wordSet('clear explicit blunt candid frank certain sure')

export const NOUN_CUES = anyOf(NOUNS_WITH_THAT, NOUNS_WITH_INFINITIVE, NOUNS_WITH_PREPOSITION.keys(), ADJECTIVES)
