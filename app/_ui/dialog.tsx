'use client'

import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { cx } from './classes'

/**
 * Asks for something before work goes on. The focus goes in, stays in, and comes back (without a trigger: to what had it
 * before); Escape closes.
 */
export function Dialog({
  trigger,
  title,
  description,
  open,
  onOpenChange,
  wide = false,
  children,
}: {
  trigger?: ReactNode
  title: ReactNode
  description?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  wide?: boolean
  children: ReactNode
}) {
  const before = useRef<Element | null>(null)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-[rgb(20_18_10/0.45)] motion-safe:animate-appear" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            before.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            if (trigger || !(before.current instanceof HTMLElement)) return
            event.preventDefault()
            before.current.focus({ preventScroll: true })
          }}
          className={cx(
            'fixed top-[max(1rem,10vh)] left-1/2 z-50 max-h-[84vh] w-[calc(100vw-2rem)] -translate-x-1/2 overflow-y-auto rounded-m border border-rule bg-raised p-6 shadow-lift motion-safe:animate-appear',
            wide ? 'max-w-measure' : 'max-w-120',
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <Primitive.Title className="statement font-semibold text-21">{title}</Primitive.Title>
            <Primitive.Close className="cursor-pointer rounded-s px-1 text-13 text-ink-soft underline-offset-4 hover:text-ink hover:underline">
              Close
            </Primitive.Close>
          </div>
          {description ? (
            <Primitive.Description className="mb-4 text-ink-soft">{description}</Primitive.Description>
          ) : null}
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Around a button inside the dialog that closes it. */
export const DialogClose = ({ children }: { children: ReactNode }) => (
  <Primitive.Close asChild>{children}</Primitive.Close>
)
