'use client'

import Link from 'next/link'
import { Revision } from '@/app/_parts/predictions/revision'
import { WindowBar } from '@/app/_parts/window-bar/window-bar'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Fieldset } from '@/app/_ui/choices'
import { Input, Select } from '@/app/_ui/controls'
import { WindowText } from '@/app/_ui/days'
import { Field } from '@/app/_ui/field'
import { Folded } from '@/app/_ui/folded'
import { Notice } from '@/app/_ui/notice'
import { inQuotes } from '@/lib/core/quotes'
import { RESOLUTION_WORDS } from '@/lib/predictions/present'
import type { OutcomeLinkView } from '@/lib/predictions/queries/outcomes'
import type { LinkablePrediction } from '@/lib/predictions/queries/suggestions'
import { RESOLUTIONS } from '@/lib/predictions/rules/choices'
import { linkPredictionsAction } from '../actions'

type LinksFormProps = {
  id: string
  revision: number
  links: OutcomeLinkView[]
  outcome: { from: string; to: string } | null
  today: string
  suggested: LinkablePrediction[]
  found: LinkablePrediction[] | null
}

/** The predictions that the outcome resolves: each with what the rules propose, another choice, and its removal. */
export function LinksForm({ id, revision, links, outcome, today, suggested, found }: LinksFormProps) {
  const chosen = new Set(links.map((link) => link.predictionId))
  const fresh = (list: LinkablePrediction[]) => list.filter((entry) => !chosen.has(entry.predictionId))
  return (
    <ActionForm action={linkPredictionsAction} id="links">
      <input type="hidden" name="id" value={id} />
      <Revision revision={revision} labels={{}} />
      <Fieldset legend="On the list" name="links">
        {links.length === 0 ? <p className="text-ink-soft">None yet. Add what this resolves from below.</p> : null}
        <ul className="flex flex-col">
          {links.map((link, index) => (
            <LinkRow key={link.predictionId} link={link} index={index} outcome={outcome} today={today} />
          ))}
        </ul>
        {links.length > 0 ? (
          <div>
            <SubmitButton variant="secondary">Save the list</SubmitButton>
          </div>
        ) : null}
      </Fieldset>
      <AddList title="About the same event" entries={fresh(suggested)} />
      {found ? (
        <AddList
          title="Found"
          entries={fresh(found)}
          none="No open prediction has these words that is not on the list already."
        />
      ) : null}
    </ActionForm>
  )
}

type LinkRowProps = { link: OutcomeLinkView; index: number; outcome: LinksFormProps['outcome']; today: string }

function LinkRow({ link, index, outcome, today }: LinkRowProps) {
  return (
    <li className="flex flex-col gap-3 border-rule border-b py-4" data-link={link.predictionId}>
      <input type="hidden" name={`links.${index}.predictionId`} value={link.predictionId} />
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="min-w-0">
          <Link href={`/desk/predictions/${link.claimId}`} className="link-quiet font-serif text-17">
            {link.shortForm}
          </Link>
          <p className="text-13 text-ink-soft">
            {link.speakerName ?? 'No named speaker'} · {link.window ? <WindowText window={link.window} /> : 'no window'}
          </p>
        </div>
        {link.saidOn ? (
          <WindowBar
            size="row"
            today={today}
            predictions={[{ ...link, id: link.predictionId, saidOn: link.saidOn, outcome }]}
          />
        ) : null}
      </div>
      <LinkRule link={link} />
      <OtherChoice link={link} index={index} />
      <div>
        <SubmitButton name="remove" value={link.predictionId} variant="quiet" size="small">
          Take off the list<span className="sr-only">: {link.shortForm}</span>
        </SubmitButton>
      </div>
    </li>
  )
}

function LinkRule({ link }: { link: OutcomeLinkView }) {
  return (
    <>
      <p className="text-15">
        <span className="font-medium">{link.overrideReason ? 'The rule' : RESOLUTION_WORDS[link.resolution]}:</span>{' '}
        {link.rule}
      </p>
      {link.overrideReason ? (
        <p className="text-15">
          <span className="font-medium">Chosen instead: {RESOLUTION_WORDS[link.resolution].toLowerCase()}.</span>{' '}
          {link.overrideReason}
        </p>
      ) : null}
      {link.conditionWords ? (
        <p className="text-13 text-ink-soft">
          Said under a condition: {inQuotes(link.conditionWords)}. If that failed, choose void.
        </p>
      ) : null}
      {link.isResolvedElsewhere ? (
        <Notice kind="warn">
          It was resolved in the meantime. Take it off the list, or undo that resolution first.
        </Notice>
      ) : null}
    </>
  )
}

function OtherChoice({ link, index }: { link: OutcomeLinkView; index: number }) {
  return (
    <Folded
      label={
        <>
          Choose otherwise<span className="sr-only"> for {link.shortForm}</span>
        </>
      }
      open={link.overrideReason !== null || link.resolution === 'open'}
    >
      <div className="grid gap-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <Field name={`links.${index}.resolution`} label="Resolution" required={false}>
          <Select defaultValue={link.overrideReason ? link.resolution : ''}>
            <option value="">As the rule says</option>
            {RESOLUTIONS.filter((kind) => kind !== 'open').map((kind) => (
              <option key={kind} value={kind}>
                {RESOLUTION_WORDS[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field name={`links.${index}.overrideReason`} label="Why" required={false}>
          <Input defaultValue={link.overrideReason ?? undefined} />
        </Field>
      </div>
    </Folded>
  )
}

function AddList({ title, entries, none }: { title: string; entries: LinkablePrediction[]; none?: string }) {
  if (entries.length === 0 && !none) return null
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="label-caps">{title}</h3>
      {entries.length === 0 ? <p className="text-ink-soft">{none}</p> : null}
      <ul className="flex flex-col">
        {entries.map((entry) => (
          <li
            key={entry.predictionId}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-rule border-b py-2"
          >
            <div className="min-w-0 flex-1 basis-64">
              <Link href={`/desk/predictions/${entry.claimId}`} className="link-quiet font-serif">
                {entry.shortForm}
              </Link>
              <p className="text-13 text-ink-soft">
                {entry.speakerName ?? 'No named speaker'} · <WindowText window={entry.window} />
                {entry.reason ? ` · ${entry.reason}` : ''}
              </p>
            </div>
            <SubmitButton name="add" value={entry.predictionId} variant="secondary" size="small">
              Add<span className="sr-only"> {entry.shortForm}</span>
            </SubmitButton>
          </li>
        ))}
      </ul>
      {entries.length > 1 ? (
        <div>
          <SubmitButton name="add" value={entries.map((entry) => entry.predictionId).join(' ')} size="small">
            Add all {entries.length}
            <span className="sr-only"> of “{title}”</span>
          </SubmitButton>
        </div>
      ) : null}
    </section>
  )
}
