'use server'

import { z } from 'zod'
import { setPreference } from '@/lib/accounts/commands/preferences'
import { linkClaims, unlinkClaims } from '@/lib/claims/commands'
import { requestModelProposals } from '@/lib/claims/commands/asking'
import { choosePlace } from '@/lib/claims/commands/carrying'
import { takeOverCopies } from '@/lib/claims/commands/copies'
import { adjustCandidate, createCandidateFromSelection } from '@/lib/claims/commands/marking'
import { acceptCandidate, mergeCandidate, rejectCandidate, reopenCandidate } from '@/lib/claims/commands/triage'
import {
  AcceptInput,
  AdjustInput,
  AskModelInput,
  LinkClaimsInput,
  MergeCandidateInput,
  RejectInput,
  ReopenInput,
  SelectionInput,
  UnlinkClaimsInput,
} from '@/lib/claims/schema'
import { ChoosePlaceInput, TakeOverCopiesInput } from '@/lib/claims/schema/carrying'
import { action } from '@/lib/web/action'
import { SpeakerField } from './speaker-field'

export const acceptAction = action(AcceptInput.extend({ speaker: SpeakerField }), acceptCandidate, {
  message: 'Accepted.',
})

export const mergeAction = action(MergeCandidateInput, mergeCandidate, { message: 'Added to the claim.' })

export const rejectAction = action(RejectInput, rejectCandidate, { message: 'Rejected.' })

export const reopenAction = action(ReopenInput, reopenCandidate, { message: 'The decision is taken back.' })

export const askModelAction = action(AskModelInput, requestModelProposals)

export const markAction = action(SelectionInput, createCandidateFromSelection)

export const adjustAction = action(AdjustInput, adjustCandidate)

export const highlightsAction = action(z.object({ show: z.enum(['yes', 'no']) }), (ctx, { show }) =>
  setPreference(ctx, 'reader_highlights', show === 'yes'),
)

export const linkAction = action(LinkClaimsInput, linkClaims, { message: 'Linked.' })

export const unlinkAction = action(UnlinkClaimsInput, unlinkClaims, { message: 'The link is taken away.' })

export const choosePlaceAction = action(ChoosePlaceInput, choosePlace, { message: 'The place is kept.' })

export const takeOverAction = action(TakeOverCopiesInput, takeOverCopies, { message: 'Taken over.' })
