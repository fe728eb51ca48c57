'use client'

import { SubmitButton } from '@/app/_ui/action-form'
import { LinkButton } from '@/app/_ui/button'
import { useForm } from '@/app/_ui/form-context'
import { Notice } from '@/app/_ui/notice'
import { DefinitionList } from '@/app/_ui/page-parts'
import { HELD_UP_WORDS } from '@/lib/settings/rules/held-up'
import type { SettingInput, Settings } from '@/lib/settings/schema'

const LABELS: Record<keyof SettingInput, string> = {
  newsroomName: 'Name of the newsroom',
  zone: 'Time zone',
  ratingScale: 'Rating scale',
  certaintyTable: 'Certainty words',
  minimumN: 'Least number for a rate',
  maxUnresolved: 'Share that may be unresolved',
  heldUp: 'Counts as held up',
  defaultGraceDays: 'Grace days',
  checklist: 'Checklist',
  isSolo: 'One-person desk',
  isBlindRating: 'Blind second rating',
}

function inWords(name: keyof SettingInput, settings: SettingInput): string {
  if (name === 'ratingScale')
    return settings.ratingScale.map(({ label, value }) => (value === null ? label : `${label} ${value}`)).join(', ')
  if (name === 'certaintyTable')
    return settings.certaintyTable.map(({ words, probability }) => `${words} ${probability}`).join(', ')
  if (name === 'isSolo' || name === 'isBlindRating') return settings[name] ? 'yes' : 'no'
  if (name === 'checklist') return settings.checklist.map(({ label }) => label).join(' · ') || 'none'
  if (name === 'heldUp') return settings.heldUp.map((kind) => HELD_UP_WORDS[kind]).join(', ')
  return name === 'maxUnresolved' ? `${settings.maxUnresolved * 100} %` : String(settings[name])
}

/** After a conflict: what the others changed since this page was opened. What was typed is still in the form above. */
export function Conflict({ base }: { base: SettingInput }) {
  const { result } = useForm()
  if (result.status !== 'error' || result.code !== 'STALE') return null
  const { theirs } = result.details as { theirs: Settings }
  const names = (Object.keys(LABELS) as (keyof SettingInput)[]).filter(
    (name) => JSON.stringify(base[name]) !== JSON.stringify(theirs[name]),
  )
  return (
    <Notice kind="warn" title={`Version ${theirs.version} was saved meanwhile`}>
      <p className="mb-3">Changed there, and in force now:</p>
      <DefinitionList items={names.map((name) => ({ term: LABELS[name], value: inWords(name, theirs) }))} />
      <p className="my-3">Your text is still in the form. Saving it replaces these too.</p>
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="overVersion" value={String(theirs.version)} variant="secondary">
          Save mine over version {theirs.version}
        </SubmitButton>
        <LinkButton href="/desk/admin/settings" variant="quiet">
          Start again from version {theirs.version}
        </LinkButton>
      </div>
    </Notice>
  )
}
