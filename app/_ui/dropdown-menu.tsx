'use client'

import { DropdownMenu as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from './classes'
import { Kbd } from './page-parts'

const itemClasses =
  'flex w-full cursor-pointer items-center justify-between gap-6 rounded-s px-2 py-1.5 text-left text-15 text-ink no-underline outline-none data-disabled:cursor-not-allowed data-disabled:opacity-50 data-highlighted:bg-sunk data-highlighted:text-ink'

/** Moves that belong to one thing, behind one button. Holds MenuItem, MenuLink, MenuSeparator, MenuLabel. */
export function DropdownMenu({
  trigger,
  align = 'end',
  children,
}: {
  trigger: ReactNode
  align?: 'start' | 'end'
  children: ReactNode
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-m border border-rule bg-raised p-1 shadow-lift motion-safe:animate-appear"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export function MenuItem({
  onSelect,
  shortcut,
  disabled,
  danger = false,
  children,
}: {
  onSelect: () => void
  shortcut?: string
  disabled?: boolean
  danger?: boolean
  children: ReactNode
}) {
  return (
    <Primitive.Item
      onSelect={onSelect}
      disabled={disabled}
      className={cx(itemClasses, danger && 'text-rating-false data-highlighted:text-rating-false')}
    >
      {children}
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </Primitive.Item>
  )
}

export const MenuLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Primitive.Item asChild>
    <a href={href} className={itemClasses}>
      {children}
    </a>
  </Primitive.Item>
)

export const MenuSeparator = () => <Primitive.Separator className="my-1 h-px bg-rule" />

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Primitive.Label className="px-2 py-1 text-13 text-ink-soft">{children}</Primitive.Label>
)
