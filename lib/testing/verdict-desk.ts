import { type Context, contextOf, systemActor } from '@/lib/core/context'
import { addEvidence } from '@/lib/evidence/commands'
import { AddEvidence } from '@/lib/evidence/schema'
import { db } from '@/lib/platform/db'
import { createFirstSettings } from '@/lib/settings/commands'
import { approveVerdict } from '@/lib/verdicts/commands/approval'
import { saveVerdict, startVerdict, submitVerdict } from '@/lib/verdicts/commands/drafts'
import { type MadeClaim, makeClaim } from './claims'
import { makePeople, type People } from './people'

type Submitted = MadeClaim & { id: string; revision: number }

/** A desk with settings and people: Ada writes, Ben and Dora are editors. */
export type VerdictDesk = {
  people: People
  ada: Context
  ben: Context
  dora: Context
  freshClaim: () => Promise<MadeClaim>
  cite: (claim: MadeClaim, by?: Context) => Promise<unknown>
  /** A claim whose verdict Ada wrote and submitted: revision 2. */
  submitted: (more?: Record<string, unknown>) => Promise<Submitted>
  /** The same, approved by Ben. */
  published: () => Promise<Submitted>
}

/** What a whole verdict says. */
export const content = (more: Record<string, unknown> = {}) => ({
  rating: 'mostly-false',
  summary: 'The register lists fewer berths.',
  rationale: 'The **register** counts them every year.',
  wasCommentAsked: false,
  noCommentReason: 'The register is public.',
  asOfOn: '2025-10-22',
  ...more,
})

export const claimRow = (id: string) => db().claim.findUniqueOrThrow({ where: { id } })
export const verdictRow = (id: string) => db().verdict.findUniqueOrThrow({ where: { id } })

export async function openVerdictDesk(): Promise<VerdictDesk> {
  const people = await makePeople()
  const [ada, ben, dora] = [people.ada.ctx(), people.ben.ctx(), people.dora.ctx()]
  const admin = contextOf(systemActor('test'), ada.now)
  await createFirstSettings(admin, { newsroomName: 'The Test Desk', zone: 'Europe/Vienna' })
  let count = 0
  const freshClaim = () => {
    const number = 10_000 + ++count
    return makeClaim(ada, `The harbour of Norhaven has ${number} berths.`, {
      figure: { text: String(number), value: number, unit: 'berth' },
    })
  }
  const cite = (claim: MadeClaim, by = ada) => citeRegister(claim, by)
  const submitted = async (more?: Record<string, unknown>) => {
    const claim = await freshClaim()
    await cite(claim)
    const { id } = await startVerdict(ada, { claimId: claim.claimId })
    const { revision } = await saveVerdict(ada, { id, revision: 1, ...content(more) })
    await submitVerdict(ada, { id, revision })
    return { ...claim, id, revision }
  }
  const published = async () => {
    const made = await submitted()
    await approveVerdict(ben, made)
    return made
  }
  return { people, ada, ben, dora, freshClaim, cite, submitted, published }
}

const citeRegister = (claim: MadeClaim, by: Context) =>
  addEvidence(
    by,
    AddEvidence.parse({
      claimId: claim.claimId,
      url: `https://register.example/${claim.claimId}`,
      title: 'Harbour register',
      kind: 'primary',
      retrievedOn: '2025-10-22',
      excerpt: 'There are 9,000 berths.',
      stance: 'refutes',
      note: 'It is the official count.',
      quantityId: claim.quantityId,
      foundText: '9,000',
      foundValue: '9000',
    }),
  )
