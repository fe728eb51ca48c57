'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'

// Comes with the first text to choose from.
const CopyChooser = dynamic(() => import('./copy-chooser').then((part) => part.CopyChooser))

type Props = {
  copyId: string
  /** Called after the excerpt was put into the form. */
  onChosen?: () => void
}

type Loaded = { state: 'loading' | 'failed' } | { state: 'there'; text: string }

/** The copy's text, fetched once it is on the page; without JavaScript a link to it, and the words are typed. */
export function CopyPane({ copyId, onChosen }: Props) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  useEffect(() => {
    const gone = new AbortController()
    setLoaded({ state: 'loading' })
    textOf(copyId, gone.signal).then(
      (text) => setLoaded({ state: 'there', text }),
      () => gone.signal.aborted || setLoaded({ state: 'failed' }),
    )
    return () => gone.abort()
  }, [copyId])
  if (loaded.state === 'there') return <CopyChooser text={loaded.text} copyId={copyId} onChosen={onChosen} />
  return (
    <p className="text-13 text-ink-soft">
      {loaded.state === 'failed' ? 'The text could not be loaded here. ' : ''}
      <a href={`/desk/sources/copies/${copyId}/text`}>Read the copy</a>, and copy the excerpt’s words into the field
      below: they are looked up in it.
    </p>
  )
}

async function textOf(copyId: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(`/desk/sources/copies/${copyId}/text`, { signal })
  if (!answer.ok) throw new Error(`the text of a copy answered with ${answer.status}`)
  return answer.text()
}

/** The same inside something folded: the text is fetched when it is unfolded first. */
export function LazyCopyPane(props: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const folded = place.current?.closest('details')
    const look = () => setIsOpen((before) => before || folded?.open === true)
    look()
    folded?.addEventListener('toggle', look)
    return () => folded?.removeEventListener('toggle', look)
  }, [])
  return <div ref={place}>{isOpen ? <CopyPane {...props} /> : null}</div>
}
