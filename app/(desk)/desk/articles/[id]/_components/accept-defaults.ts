import type { ReaderCandidate } from '@/lib/claims/queries/reader'
import { looksLikePerson, nameWithoutTitle, type SpeakerProposal } from '@/lib/claims/rules/speakers'
import { isPronoun, isUnnamedGroup } from '@/lib/claims/rules/unnamed'
import { shortForms, statementFor } from '@/lib/claims/rules/wording'
import type { AcceptDefaults } from './accept-form'
import type { SpeakerOption } from './speaker-fields'

/** What the accept form begins with: everything that can be read from the text, nothing that only a person can know. */
export function acceptDefaults(
  candidate: Pick<ReaderCandidate, 'id' | 'speakerText' | 'quote' | 'kind'>,
  proposals: readonly SpeakerProposal[],
  publisher: string,
): AcceptDefaults {
  const { speakerText, quote, kind } = candidate
  const name = speakerText === null ? null : nameWithoutTitle(speakerText)
  const statement = statementFor(quote, kind, name)
  return {
    candidateId: candidate.id,
    statement,
    shortForm: shortForms(statement)[0] ?? '',
    kind,
    speaker: chosenSpeaker(speakerText, proposals),
    newName: speakerText === null || isUnnamedGroup(speakerText) || isPronoun(speakerText) ? '' : asName(name ?? ''),
    newKind: speakerText === null || looksLikePerson(speakerText) ? 'person' : 'organisation',
    speakers: speakerOptions(proposals, publisher),
  }
}

/** "the harbour board" -> "Harbour board". */
const asName = (text: string): string => {
  const bare = text.replace(/^the\s+/i, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

function chosenSpeaker(speakerText: string | null, proposals: readonly SpeakerProposal[]): string {
  if (speakerText === null) return 'nobody'
  if (isUnnamedGroup(speakerText)) return 'unnamed'
  const [best] = proposals
  return best ? `known:${best.speakerId}` : 'new'
}

const speakerOptions = (proposals: readonly SpeakerProposal[], publisher: string): SpeakerOption[] => [
  ...proposals.map(({ speakerId, name, reason }) => ({ value: `known:${speakerId}`, label: `${name}: ${reason}` })),
  { value: 'nobody', label: `Nobody else: ${publisher} says it itself` },
  { value: 'unnamed', label: `Unnamed sources in ${publisher}` },
  { value: 'new', label: 'Somebody else, by name' },
]
