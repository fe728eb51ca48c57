'use client'

import { type ReactNode, useRef, useState } from 'react'
import { CORRECTION_LEVELS } from '@/lib/verdicts/rules/limits'
import { CorrectionPreview, type CorrectionSigns, type CorrectionWords } from './correction-preview'

/** Fields `level` and `note` of a form, and below them what readers will see of them, as it is typed. */
export function LivePreview({
  level,
  signs,
  children,
}: {
  /** Where the form does not ask for it. */
  level?: CorrectionWords['level']
  signs: CorrectionSigns
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState<CorrectionWords>({ level: level ?? null, note: '' })
  const read = () => {
    const form = box.current?.closest('form')
    if (!form) return
    const data = new FormData(form)
    const chosen = CORRECTION_LEVELS.find((one) => one === data.get('level'))
    setWords({ level: level ?? chosen ?? null, note: String(data.get('note') ?? '') })
  }
  return (
    <div ref={box} onInput={read} className="flex flex-col gap-4">
      {children}
      <CorrectionPreview {...words} signs={signs} />
    </div>
  )
}
