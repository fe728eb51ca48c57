'use client'

import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'

/** Where there is room the labels of the first row stand over all; for screen readers every field keeps its own. */
export const labelsOnce = (index: number): string => (index === 0 ? '' : 'sm:[&_label]:sr-only')

/** Rows of a form that can be added, moved and removed. They are numbered by place, as the form's reader expects. */
export function Rows<T>({
  initial,
  blank,
  addLabel,
  isOrdered = false,
  nameOf,
  children,
}: {
  initial: T[]
  blank: T
  addLabel: string
  /** Whether the order counts and can be changed. */
  isOrdered?: boolean
  /** What a row is called in the labels of its buttons. */
  nameOf: (value: T, index: number) => string
  children: (value: T, index: number) => ReactNode
}) {
  const [rows, setRows] = useState(() => initial.map((value, id) => ({ id, value })))
  const nextId = useRef(initial.length)
  const list = useRef<HTMLUListElement>(null)

  const add = () => setRows([...rows, { id: nextId.current++, value: blank }])
  const remove = (index: number) => {
    setRows(rows.filter((_, place) => place !== index))
    list.current?.focus()
  }
  const moveUp = (index: number) => setRows(rows.toSpliced(index - 1, 2, ...rows.slice(index - 1, index + 1).reverse()))

  return (
    <div className="flex flex-col gap-4">
      <ul ref={list} tabIndex={-1} className="focus:outline-none">
        {rows.map(({ id, value }, index) => (
          <li key={id} className="flex flex-col gap-2 border-rule border-b py-3 md:flex-row md:items-end">
            <div className="min-w-0 flex-1">{children(value, index)}</div>
            <div className="flex gap-1 md:w-32 md:justify-end md:pb-1 noscript:hidden">
              {isOrdered && index > 0 ? (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Up: ${nameOf(value, index)}`}
                  onClick={() => moveUp(index)}
                >
                  Up
                </Button>
              ) : null}
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove: ${nameOf(value, index)}`}
                onClick={() => remove(index)}
              >
                Remove
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button onClick={add} className="self-start noscript:hidden">
        {addLabel}
      </Button>
    </div>
  )
}
