'use client'

import { useId, useRef } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Button } from '@/app/_ui/button'
import { Fieldset } from '@/app/_ui/choices'
import { Timestamp } from '@/app/_ui/timestamp'
import { decideItemsAction } from '../actions'

export type InboxItem = {
  id: string
  address: string
  title: string
  source: string | null
  excerpt: string
  publishedAt: string | null
  seenAt: string
  problem: string | null
  feed: { id: string; title: string }
}

/** Items with a tick each, to be imported or dismissed together. Stays when the last is gone, to say what was done. */
export function InboxForm({ items, zone }: { items: InboxItem[]; zone: string }) {
  const list = useRef<HTMLDivElement>(null)
  const tickAll = () => {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])]
    const isAll = boxes.every((box) => box.checked)
    for (const box of boxes) box.checked = !isAll
  }
  return (
    <ActionForm action={decideItemsAction} id="inbox" className="max-w-page">
      {items.length > 0 ? (
        <>
          <div className="sticky top-12 z-10 flex flex-wrap items-center gap-3 border-rule border-b bg-paper py-3">
            <SubmitButton name="move" value="import">
              Import the chosen
            </SubmitButton>
            <SubmitButton name="move" value="dismiss" variant="secondary">
              Dismiss the chosen
            </SubmitButton>
            <Button variant="quiet" onClick={tickAll}>
              Choose all or none
            </Button>
          </div>
          <Fieldset legend={<span className="sr-only">Items</span>} name="itemIds">
            <div ref={list} className="flex flex-col divide-y divide-rule border-rule border-b">
              {items.map((item) => (
                <Item key={item.id} item={item} zone={zone} />
              ))}
            </div>
          </Fieldset>
        </>
      ) : null}
    </ActionForm>
  )
}

function Item({ item, zone }: { item: InboxItem; zone: string }) {
  const id = useId()
  const from = [item.feed.title, item.source].filter((name, i, all) => name && all.indexOf(name) === i).join(' · ')
  return (
    <div className="flex items-start gap-3 py-3">
      <input
        type="checkbox"
        id={id}
        name="itemIds[]"
        value={item.id}
        aria-describedby={`${id}-more`}
        className="tick mt-1 size-5 shrink-0 rounded-s"
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="statement font-semibold text-17">
          {item.title}
        </label>
        <div id={`${id}-more`} className="mt-0.5 flex flex-col gap-1">
          <p className="text-13 text-ink-soft">
            {from} · {item.publishedAt ? 'published' : 'seen'}{' '}
            <Timestamp at={item.publishedAt ?? item.seenAt} zone={zone} />
          </p>
          {item.problem ? (
            <p className="border-rating-false border-l-2 pl-2 text-15">Not imported: {item.problem}</p>
          ) : null}
          {item.excerpt ? <p className="line-clamp-2 font-serif text-ink-soft">{item.excerpt}</p> : null}
        </div>
        <p className="mt-1 flex flex-wrap gap-x-4 text-13">
          <a href={item.address} rel="noreferrer" className="break-all">
            {new URL(item.address).hostname}
            <span className="sr-only">: {item.title}</span>
          </a>
          {item.problem ? (
            <a href={`/desk/articles/import?url=${encodeURIComponent(item.address)}`}>
              Paste its text<span className="sr-only"> of {item.title}</span>
            </a>
          ) : null}
        </p>
      </div>
    </div>
  )
}
