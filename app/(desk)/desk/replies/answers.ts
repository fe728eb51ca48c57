import type { Day } from '@/lib/core/days'

/** A reply as the form has it. */
export type TypedReply = { id: string | null; byName: string; receivedOn: Day; body: string; url: string | null }

/** What the form of a reply answers: the reply as readers will see it, its fields again, or that it is added. */
export type ReplyAnswer = { kind: 'shown' | 'typed'; typed: TypedReply } | { kind: 'added'; id: string | null }
