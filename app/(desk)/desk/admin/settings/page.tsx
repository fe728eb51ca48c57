import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { allZones } from '@/app/_parts/settings/zones'
import { ActionForm } from '@/app/_ui/action-form'
import { Checkbox, Fieldset } from '@/app/_ui/choices'
import { Input, Select } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { PageHeader } from '@/app/_ui/page-parts'
import { Timestamp } from '@/app/_ui/timestamp'
import { requireSettings } from '@/lib/settings/queries'
import { HELD_UP_KINDS, HELD_UP_WORDS } from '@/lib/settings/rules/held-up'
import { SettingInput, type Settings } from '@/lib/settings/schema'
import { requireContext } from '@/lib/web/session'
import { CertaintyRows } from './_components/certainty-rows'
import { ChecklistRows } from './_components/checklist-rows'
import { Conflict } from './_components/conflict'
import { RatingRows } from './_components/rating-rows'
import { SaveRow } from './_components/save-row'
import { changeSettingsAction } from './actions'
import { groupCertainty } from './form'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  await requireContext()
  const settings = await requireSettings()
  return (
    <div className="flex max-w-page flex-col gap-8">
      <PageHeader
        title="Settings"
        lead={
          <>
            Version {settings.version}, in force since{' '}
            <Timestamp at={settings.createdAt.toISOString()} zone={settings.zone} />. Each save makes a new version;
            what was published keeps the one it was made under.
          </>
        }
      />
      <ActionForm action={changeSettingsAction} id="settings" className="gap-12">
        <input type="hidden" name="expectedVersion" value={settings.version} />
        <Newsroom settings={settings} />
        <Scale settings={settings} />
        <Certainty settings={settings} />
        <Records settings={settings} />
        <Checks settings={settings} />
        <Solo settings={settings} />
        <Conflict base={SettingInput.parse(settings)} />
        <SaveRow />
      </ActionForm>
    </div>
  )
}

type Part = { settings: Settings }

function Section({ id, title, lead, children }: { id: string; title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-6">
      <div className="border-ink border-b pb-2">
        <h2 id={id} className="statement font-semibold text-21">
          {title}
        </h2>
        {lead ? <p className="mt-1 max-w-measure text-ink-soft">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}

const Newsroom = ({ settings }: Part) => (
  <Section id="newsroom" title="Newsroom">
    <div className="grid max-w-measure gap-6 sm:grid-cols-2">
      <Field name="newsroomName" label="Name" hint="Readers see it on every page.">
        <Input defaultValue={settings.newsroomName} />
      </Field>
      <Field name="zone" label="Time zone" hint="Days begin and end there.">
        <Select defaultValue={settings.zone}>
          {allZones(settings.zone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  </Section>
)

const Scale = ({ settings }: Part) => (
  <Section
    id="scale"
    title="Rating scale"
    lead="From best to worst; 5 is the best number, 1 the worst, and a rating without one never counts as true or false. Verdicts keep the scale they were made on."
  >
    <Fieldset name="ratingScale" legend={<span className="sr-only">Ratings</span>}>
      <RatingRows scale={settings.ratingScale} />
    </Fieldset>
  </Section>
)

const Certainty = ({ settings }: Part) => (
  <Section
    id="certainty"
    title="Certainty words"
    lead="How sure a speaker sounds, as a probability that what is said comes about. Phrases with commas between them; the longest that fits wins; what is not listed stays out of Brier scores."
  >
    <Fieldset name="certaintyTable" legend={<span className="sr-only">Probabilities and their phrases</span>}>
      <CertaintyRows groups={groupCertainty(settings.certaintyTable)} />
    </Fieldset>
  </Section>
)

const Records = ({ settings }: Part) => (
  <Section id="records" title="Track records and windows">
    <div className="grid max-w-page gap-6 sm:grid-cols-3">
      <Field name="minimumN" label="Least number for a rate" hint="Below it only counts are shown.">
        <Input inputMode="numeric" defaultValue={settings.minimumN} className="max-w-24 text-right tabular-nums" />
      </Field>
      <Field
        name="maxUnresolvedPercent"
        label="May be unresolved, in %"
        hint="Above this share of closed predictions no rate is shown."
      >
        <Input
          inputMode="decimal"
          defaultValue={Math.round(settings.maxUnresolved * 1000) / 10}
          className="max-w-24 text-right tabular-nums"
        />
      </Field>
      <Field name="defaultGraceDays" label="Grace days" hint="After a window; proposed when a prediction is opened.">
        <Input
          inputMode="numeric"
          defaultValue={settings.defaultGraceDays}
          className="max-w-24 text-right tabular-nums"
        />
      </Field>
    </div>
    <Fieldset
      name="heldUp"
      legend="Counts as held up"
      hint="What came true within its window and grace always does. Each kind is shown apart, whatever counts."
    >
      {HELD_UP_KINDS.filter((kind) => kind !== 'came_true').map((kind) => (
        <Checkbox
          key={kind}
          name={`heldUp_${kind}`}
          defaultChecked={settings.heldUp.includes(kind)}
          label={`${HELD_UP_WORDS[kind].charAt(0).toUpperCase()}${HELD_UP_WORDS[kind].slice(1)}, too`}
        />
      ))}
    </Fieldset>
  </Section>
)

const Checks = ({ settings }: Part) => (
  <Section
    id="checklist-title"
    title="Checklist"
    lead="What the writer of a verdict ticks before submitting it; an open item blocks. Other words for the same item keep what drafts have ticked; for another item add a row."
  >
    <Fieldset name="checklist" legend={<span className="sr-only">Items</span>}>
      <ChecklistRows checklist={settings.checklist} />
    </Fieldset>
  </Section>
)

const Solo = ({ settings }: Part) => (
  <Section id="solo" title="Approval">
    <Checkbox
      name="isBlindRating"
      defaultChecked={settings.isBlindRating}
      label="Blind second rating: who approves a first verdict rates the claim before they see the first rating"
      hint="Rating, summary and rationale stay hidden from editors who could approve, until they have given a rating of their own. It never changes the verdict; how far people agree is in the report on agreement. The discussion stays open to all, so ratings do not belong there."
    />
    <Checkbox
      name="isSolo"
      defaultChecked={settings.isSolo}
      label="One-person desk: whoever wrote something may also approve it"
    />
    <Notice kind="warn" title="This switches off the second pair of eyes" className="max-w-measure">
      Only for a desk that truly has one person. What is published this way says so for good, and so does the
      methodology page. Switching it off again changes nothing that was published before.
    </Notice>
  </Section>
)
