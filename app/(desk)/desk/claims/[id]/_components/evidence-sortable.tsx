'use client'

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { type RefObject, startTransition, useEffect, useRef, useState } from 'react'
import { type Stance, StanceTag } from '@/app/_parts/claim/tags'
import { cx } from '@/app/_ui/classes'
import { orderEvidenceAction } from '../evidence/actions'

type OrderedItem = { id: string; title: string; stance: Stance }
export type OrderProps = { claimId: string; items: OrderedItem[] }

const INSTRUCTIONS = {
  draggable: 'Press Space to take the piece up, the arrow keys to move it, Space to put it down, Escape to leave it.',
}

/** The pieces in an order that can be changed; saved as soon as one is put down, taken back where that is refused. */
export default function EvidenceSortable({ claimId, items }: OrderProps) {
  const [order, setOrder] = useState(items)
  const [said, setSaid] = useState('')
  useEffect(() => setOrder(items), [items])
  const hasMoved = useRef(false)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const place = (id: unknown): number => order.findIndex((item) => item.id === id)
  const save = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    const next = arrayMove(order, place(active.id), place(over.id))
    setOrder(next)
    setSaid('Saving …')
    startTransition(async () => {
      const form = new FormData()
      form.append('claimId', claimId)
      for (const { id } of next) form.append('ids[]', id)
      const result = await orderEvidenceAction({ status: 'idle' }, form).catch(() => null)
      if (result?.status === 'ok') setSaid('The order is saved.')
      else {
        setOrder(items)
        setSaid(result?.status === 'error' ? result.text : 'The order could not be saved, and is as it was. Try again.')
      }
    })
  }
  return (
    <div className="flex flex-col gap-2">
      <DndContext
        id={`order-${claimId}`}
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={save}
        accessibility={{ announcements: announcementsFor(order, hasMoved), screenReaderInstructions: INSTRUCTIONS }}
      >
        <SortableContext items={order} strategy={verticalListSortingStrategy}>
          <ol className="flex flex-col divide-y divide-rule border-rule border-y" data-order>
            {order.map((item, index) => (
              <Row key={item.id} item={item} number={index + 1} />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p role="status" className="text-13 text-ink-soft empty:hidden">
        {said}
      </p>
    </div>
  )
}

function Row({ item, number }: { item: OrderedItem; number: number }) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
  })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cx('flex min-h-11 items-center gap-3 bg-paper py-1', isDragging && 'relative z-10 bg-raised')}
    >
      <button
        {...attributes}
        {...listeners}
        ref={setActivatorNodeRef}
        type="button"
        aria-label={`Move ${item.title}`}
        className="flex size-11 shrink-0 cursor-grab touch-none items-center justify-center rounded-m text-ink-soft hover:bg-sunk hover:text-ink active:cursor-grabbing"
      >
        <svg viewBox="0 0 12 16" className="h-4" fill="currentColor" aria-hidden="true">
          {[3, 8, 13].flatMap((y) => [3, 9].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="1.4" />))}
        </svg>
      </button>
      <span className="text-13 text-ink-soft tabular-nums">{number}</span>
      <span className="min-w-0 flex-1 truncate text-15">{item.title}</span>
      <StanceTag stance={item.stance} />
    </li>
  )
}

/** What a screen reader hears, by title and place rather than by id. */
function announcementsFor(order: readonly OrderedItem[], hasMoved: RefObject<boolean>): Announcements {
  const title = (id: unknown): string => order.find((item) => item.id === id)?.title ?? 'The piece'
  const place = (id: unknown): string => `place ${order.findIndex((item) => item.id === id) + 1} of ${order.length}`
  return {
    onDragStart: ({ active }) => {
      hasMoved.current = false
      return `${title(active.id)} is taken up, at ${place(active.id)}.`
    },
    // The library tells at once that a piece is over its own place: that would cut off what was just said.
    onDragOver: ({ active, over }) => {
      hasMoved.current ||= over !== null && over.id !== active.id
      return over && hasMoved.current ? `${title(active.id)} is over ${place(over.id)}.` : undefined
    },
    onDragEnd: ({ active, over }) => `${title(active.id)} is put down${over ? ` at ${place(over.id)}` : ''}.`,
    onDragCancel: ({ active }) => `${title(active.id)} is left where it was, at ${place(active.id)}.`,
  }
}
