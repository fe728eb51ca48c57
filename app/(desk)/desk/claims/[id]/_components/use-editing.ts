'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { controlTexts, setControl } from '@/app/_ui/controls-by-name'
import { keptText, useForm } from '@/app/_ui/form-context'
import { type ActionResult, IDLE } from '@/lib/core/results'
import type { Checklist } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'
import { dropCopyAction } from '../actions'
import { Keeper, type KeepingState, readLocal } from './keeping'
import { isStored, staleVerdictOf, storedRevision } from './results'
import { NAMES, openedWith, type Texts, textsOf } from './verdict-texts'

/** Two texts of one verdict: what was opened, the writer's, and what somebody else saved since. */
export type EditConflict = {
  base: Texts
  mine: Texts
  theirs: Texts
  revision: number
  by: string | null
  at: string | null
}

/** Text that was never saved and stands in the fields again; `other`: there is a second one, kept elsewhere. */
export type RestoredText = { from: 'browser' | 'desk'; keptAt: string | null; other: Texts | null } | null

type Options = {
  claimId: string
  version: OpenVersionView
  checklist: Checklist
  /** Anything in the form. */
  box: RefObject<HTMLElement | null>
}

export type Editing = ReturnType<typeof useEditing>

/**
 * The life of an editor from opening to saving: what was typed and not saved is put back, all that is typed is kept, and a
 * save of somebody else leads to both texts side by side. Until that is decided, what is kept still names the revision that
 * was opened, so that a reload asks again.
 */
export function useEditing({ claimId, version, checklist, box }: Options) {
  const [opened] = useState(() => openedWith(version, checklist))
  const basis = useRef<{ revision: number; base: Texts }>(opened)
  const keeper = useRef<Keeper | null>(null)
  const [revision, setRevision] = useState(opened.revision)
  const [state, setState] = useState<KeepingState>({ is: 'still' })
  const { result } = useForm()
  const [conflict, setConflict] = useState<EditConflict | null>(() => refusedConflict(result, opened.base, checklist))
  const [restored, setRestored] = useState<RestoredText>(() =>
    version.copy ? { from: 'desk', keptAt: version.copy.keptAt, other: null } : null,
  )
  // A page that shows newer data hands in new ones: what keeps the text begins once and looks here.
  const latest = useRef({ version, checklist })
  latest.current = { version, checklist }

  const formOf = useCallback(() => box.current?.closest('form') ?? null, [box])

  const compareWith = useCallback(
    (theirs: Texts, told: Pick<EditConflict, 'revision' | 'by' | 'at'>) => {
      const form = formOf()
      if (!form) return
      const mine = controlTexts(form, NAMES)
      const { base } = basis.current
      // What only the other changed is taken over; whether that was right is still shown.
      for (const name of NAMES)
        if (mine[name] === base[name] && theirs[name] !== base[name]) setControl(form, name, theirs[name] ?? '')
      setRevision(told.revision)
      setConflict(NAMES.some((name) => mine[name] !== theirs[name]) ? { base, mine, theirs, ...told } : null)
    },
    [formOf],
  )

  const compare = useCallback(() => {
    const { content, revision: theirs, lastSave } = latest.current.version
    compareWith(textsOf(content, latest.current.checklist), {
      revision: theirs,
      by: lastSave?.by ?? null,
      at: lastSave?.at ?? null,
    })
  }, [compareWith])

  useEffect(() => {
    const form = formOf()
    if (!form) return
    const { id, copy } = latest.current.version
    const kept = new Keeper({
      ...{ verdictId: id, form, texts: () => controlTexts(form, NAMES), onState: setState },
      address: `/desk/claims/${claimId}/verdict/copy`,
      opened: () => basis.current,
      seenAt: copy?.keptAt ?? null,
    })
    keeper.current = kept
    const stop = kept.start()
    const local = readLocal(id)
    const shown = controlTexts(form, NAMES)
    if (local && NAMES.some((name) => local.values[name] !== shown[name])) {
      const isNewer = copy === null || local.seenAt === copy.keptAt
      if (isNewer) putIn(form, local.values)
      if (isNewer) basis.current = local
      setRestored({
        from: isNewer ? 'browser' : 'desk',
        keptAt: copy?.keptAt ?? null,
        other: isNewer ? null : local.values,
      })
      if (isNewer) setRevision(local.revision)
      if (isNewer) kept.restored()
    }
    // Typed over a revision that is not the stored one any more: both texts are shown at once.
    if (basis.current.revision < latest.current.version.revision) compare()
    return stop
  }, [formOf, claimId, compare])

  const saved = (result: ActionResult<unknown>): void => {
    const form = formOf()
    if (!form) return
    const isNow = isStored(result)
    const stale = staleVerdictOf(result)
    const stored = storedRevision(result) ?? revision
    // What was sent is stored, and what was typed meanwhile is typed over that.
    if (isNow && keeper.current) basis.current = { revision: stored, base: keeper.current.posted() }
    keeper.current?.resume(isNow)
    if (stale) compareWith(textsOf(stale.content, checklist), stale)
    if (!isNow) return
    setRevision(stored)
    setConflict(null)
    setRestored(null)
  }

  /** Discards what was never saved, and shows what is stored; answers why not, where another window kept something else. */
  const discard = async (): Promise<string | null> => {
    const form = new FormData()
    const turn = await keeper.current?.pause()
    const seenAt = opened.seenAt ?? ''
    for (const [name, value] of Object.entries({ id: version.id, seenAt, ...turn })) form.set(name, String(value))
    const answer = await dropCopyAction(IDLE, form)
    if (answer.status !== 'ok') {
      keeper.current?.resume(false)
      return answer.status === 'error' ? answer.text : null
    }
    keeper.current?.discarded()
    location.reload()
    return null
  }

  /** Puts the other of two unsaved texts into the fields; the one that stood there is the other then. */
  const swap = (): void => {
    const form = formOf()
    if (!form || !restored?.other) return
    const mine = controlTexts(form, NAMES)
    putIn(form, restored.other)
    setRestored({ ...restored, from: restored.from === 'desk' ? 'browser' : 'desk', other: mine })
  }

  return {
    ...{ opened, revision, state, conflict, restored, compare, saved, swap, discard },
    pause: async () => keeper.current?.pause(),
  }
}

/** Of a page that came back after a refusal, without scripts: what was sent beside what is stored. */
function refusedConflict(result: ActionResult<unknown>, base: Texts, checklist: Checklist): EditConflict | null {
  const stale = staleVerdictOf(result)
  if (stale === null || result.status !== 'error') return null
  const { content, ...told } = stale
  const theirs = textsOf(content, checklist)
  const mine = Object.fromEntries(NAMES.map((name) => [name, keptText(result, name) ?? theirs[name] ?? '']))
  return { base, mine, theirs, ...told }
}

function putIn(form: HTMLFormElement, values: Texts): void {
  for (const name of NAMES) setControl(form, name, values[name] ?? '')
}
