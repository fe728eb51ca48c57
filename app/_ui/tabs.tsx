'use client'

import { Tabs as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

export type Tab = { id: string; label: ReactNode; content: ReactNode }

/** Views of one thing, one at a time. Where the view belongs in the address, use links instead. */
export function Tabs({ tabs, initial, label }: { tabs: Tab[]; initial?: string; label: string }) {
  return (
    <Primitive.Root defaultValue={initial ?? tabs[0]?.id}>
      <Primitive.List aria-label={label} className="flex gap-6 overflow-x-auto border-rule border-b">
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px h-10 cursor-pointer whitespace-nowrap border-transparent border-b-2 text-15 text-ink-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.id} value={tab.id} className="pt-6">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  )
}
