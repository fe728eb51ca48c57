import type { Day } from '@/lib/core/days'
import { storedRecordOf } from '@/lib/predictions/queries/records'
import type { TrackRecord } from '@/lib/predictions/rules/scoring/record'
import { listSettingVersions, requireSettings, type SettingVersion } from '@/lib/settings/queries'
import type { Settings } from '@/lib/settings/schema'
import { listVerdictCards, type VerdictCard } from './claims'
import { listLedger, listRecentlyResolved } from './ledger'
import type { LedgerRow } from './ledger-rows'

export type Home = {
  verdicts: VerdictCard[]
  dueSoon: LedgerRow[]
  overdue: LedgerRow[]
  resolved: LedgerRow[]
  record: TrackRecord
}

/** What readers see first. */
export async function getHome(today: Day): Promise<Home> {
  const [{ cards }, dueSoon, overdue, resolved, record] = await Promise.all([
    listVerdictCards({ limit: 7 }),
    listLedger({ view: 'due_soon' }, today),
    listLedger({ view: 'overdue' }, today),
    listRecentlyResolved(today, 5),
    storedRecordOf({ kind: 'all' }, today),
  ])
  return { verdicts: cards, dueSoon: dueSoon.rows.slice(0, 5), overdue: overdue.rows.slice(0, 3), resolved, record }
}

export type Methodology = { settings: Settings; record: TrackRecord; versions: SettingVersion[] }

/** The rules in force, and the record of everything under them. */
export async function getMethodology(today: Day): Promise<Methodology> {
  const [settings, record, versions] = await Promise.all([
    requireSettings(),
    storedRecordOf({ kind: 'all' }, today),
    listSettingVersions(),
  ])
  return { settings, record, versions }
}
