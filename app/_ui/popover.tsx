'use client'

import { Popover as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

/** More about the thing pressed, beside it. `label` names it for screen readers. */
export function Popover({
  trigger,
  label,
  side = 'bottom',
  open,
  onOpenChange,
  children,
}: {
  trigger: ReactNode
  label: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className="z-50 w-80 max-w-[calc(100vw-1.5rem)] rounded-m border border-rule bg-raised p-4 shadow-lift motion-safe:animate-appear"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
