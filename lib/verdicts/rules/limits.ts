// Of its own, so that the editor in the browser needs neither the schemas nor the Markdown library for it.

export const SUMMARY_MAX = 280

/** As a content's `newSpeaker`: the publisher itself said it. */
export const NOBODY = 'nobody'

export const CORRECTION_LEVELS = ['verdict_changing', 'factual', 'update', 'minor'] as const
