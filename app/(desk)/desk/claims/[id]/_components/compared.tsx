'use client'

import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { setControl } from '@/app/_ui/controls-by-name'
import { fieldId, useForm } from '@/app/_ui/form-context'
import { diffTexts } from '@/lib/verdicts/rules/comparing'
import { mergeWords } from '@/lib/verdicts/rules/merging'
import type { ComparedProps } from './compared-props'

type Choice = 'mine' | 'theirs' | 'merge'

/** One field of a conflict: both texts, what differs in them, and whose is in the field. */
export function ComparedField({ field, label, mine, theirs, base, isProse, words, isTaken, by }: ComparedProps) {
  const [chosen, setChosen] = useState<Choice>(isTaken ? 'theirs' : 'mine')
  const box = useRef<HTMLDivElement>(null)
  const { prefix } = useForm()
  const merged = isProse && base !== undefined ? mergeWords(base, mine, theirs) : null
  const choose = (choice: Choice, text: string) => {
    const form = box.current?.closest('form')
    if (!form) return
    setControl(form, field, text)
    setChosen(choice)
    if (choice === 'merge') document.getElementById(fieldId(prefix, field))?.focus()
  }
  return (
    <div ref={box} className="flex flex-col gap-2">
      <h4 className="font-medium text-15">{label}</h4>
      {isTaken ? (
        <p className="text-13 text-ink-soft">Only {by ?? 'the other'} changed this, so it is taken over.</p>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <Side title="Yours" text={words(field, mine)} before={words(field, base ?? theirs)} kind="mine" />
        <Side
          title={by ? `${by}’s` : 'Theirs'}
          text={words(field, theirs)}
          before={words(field, base ?? mine)}
          kind="theirs"
        />
      </div>
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="sr-only">{label}: whose text</legend>
        <Use isChosen={chosen === 'mine'} label={`${label}: use mine`} onUse={() => choose('mine', mine)}>
          {chosen === 'mine' ? '✓ Mine is in the field' : 'Use mine'}
        </Use>
        <Use isChosen={chosen === 'theirs'} label={`${label}: use theirs`} onUse={() => choose('theirs', theirs)}>
          {chosen === 'theirs' ? '✓ Theirs is in the field' : 'Use theirs'}
        </Use>
        {merged ? (
          <Use
            isChosen={chosen === 'merge'}
            label={`${label}: edit the merge`}
            onUse={() => choose('merge', merged.text)}
          >
            {chosen === 'merge' ? '✓ The merge is in the field' : 'Edit the merge'}
          </Use>
        ) : null}
      </fieldset>
      {chosen === 'merge' && merged?.isClean === false ? (
        <p className="text-13">Both changed the same words: they stand one after the other, yours first.</p>
      ) : null}
    </div>
  )
}

const Use = ({
  isChosen,
  label,
  onUse,
  children,
}: {
  isChosen: boolean
  label: string
  onUse: () => void
  children: ReactNode
}) => (
  <Button size="small" aria-pressed={isChosen} aria-label={label} onClick={onUse}>
    {children}
  </Button>
)

/** One of the two texts, whole. What came in is underlined and what went is struck, not told by colour alone. */
function Side({ title, text, before, kind }: { title: string; text: string; before: string; kind: 'mine' | 'theirs' }) {
  let at = 0
  return (
    <div className="min-w-0 border-rule border bg-raised p-3" data-side={kind}>
      <p className="mb-1 font-medium text-13 text-ink-soft">{title}</p>
      {text === '' ? <p className="text-ink-soft">Left empty.</p> : null}
      <p className="whitespace-pre-wrap break-words text-15">
        {diffTexts(before, text).map(({ kind: change, text: words }) => {
          at += words.length
          if (change === 'added')
            return (
              <ins key={`in ${at}`} className="bg-accent-wash font-medium text-ink decoration-accent">
                {words}
              </ins>
            )
          if (change === 'removed')
            return (
              <del key={`out ${at}`} className="text-ink-soft">
                {words}
              </del>
            )
          return <span key={at}>{words}</span>
        })}
      </p>
    </div>
  )
}
