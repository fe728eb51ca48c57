import { z } from 'zod'
import { SpeakerChoice } from '@/lib/claims/schema'

/** The form's one list of speakers: "known:ID" names one of them. */
export const SpeakerField = z.preprocess((value) => {
  const is = value !== null && typeof value === 'object' && 'is' in value ? value.is : undefined
  return typeof is === 'string' && is.startsWith('known:') ? { is: 'known', speakerId: is.slice(6) } : value
}, SpeakerChoice)
