'use client'

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from 'react'
import { cx } from '../../_ui/classes'
import { Textarea } from '../../_ui/controls'
import { fitting, type Naming, namingAt } from './naming'

type Offer = { naming: Naming; names: string[]; chosen: number }

/**
 * A text in which "@" offers the names of `people`: arrows choose, Enter or Tab takes, Escape closes. Without JavaScript the
 * name is typed; the server reads it either way.
 */
export function MentionTextarea({ people, ...rest }: ComponentProps<typeof Textarea> & { people: string[] }) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement | null>(null)
  const [offer, setOffer] = useState<Offer | null>(null)

  const look = (from: HTMLTextAreaElement) => {
    area.current = from
    const caret = from.selectionStart
    const naming = caret === from.selectionEnd ? namingAt(from.value, caret) : null
    const names = naming ? fitting(people, naming.typed) : []
    const isWhole = names.length === 1 && names[0] === naming?.typed
    setOffer(naming && names.length > 0 && !isWhole ? { naming, names, chosen: 0 } : null)
  }
  const take = (name: string) => {
    const to = area.current
    if (to === null || offer === null) return
    to.setRangeText(`@${name} `, offer.naming.start, offer.naming.end, 'end')
    // Counts below the field hear of it as of typing.
    to.dispatchEvent(new Event('input', { bubbles: true }))
    setOffer(null)
    to.focus()
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (offer === null || event.nativeEvent.isComposing) return
    const turn = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (turn !== undefined) {
      setOffer({ ...offer, chosen: (offer.chosen + turn + offer.names.length) % offer.names.length })
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      take(offer.names[offer.chosen] ?? '')
    } else if (event.key === 'Escape') {
      setOffer(null)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative">
      <Textarea
        {...rest}
        aria-autocomplete="list"
        aria-controls={offer ? id : undefined}
        aria-activedescendant={offer ? `${id}-${offer.chosen}` : undefined}
        onInput={(event) => look(event.currentTarget)}
        onClick={(event) => look(event.currentTarget)}
        onKeyDown={press}
        onBlur={() => setOffer(null)}
      />
      {offer ? <Names id={id} offer={offer} onTake={take} /> : null}
      <p role="status" className="sr-only">
        {offer ? `${offer.names[offer.chosen]}, ${offer.chosen + 1} of ${offer.names.length}` : ''}
      </p>
    </div>
  )
}

function Names({ id, offer, onTake }: { id: string; offer: Offer; onTake: (name: string) => void }) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="People of the desk"
      className="absolute top-full left-0 z-20 mt-1 w-72 max-w-full rounded-m border border-rule bg-raised py-1 shadow-lift"
    >
      {offer.names.map((name, index) => (
        <div
          key={name}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === offer.chosen}
          // Before the blur, which would close the list.
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(name)
          }}
          className={cx(
            'flex min-h-9 cursor-pointer items-center px-3 text-15',
            index === offer.chosen ? 'bg-accent-wash font-medium' : 'hover:bg-sunk',
          )}
        >
          {name}
        </div>
      ))}
    </div>
  )
}
