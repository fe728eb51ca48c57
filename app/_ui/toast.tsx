'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

export type ToastMessage = { text: string; action?: { label: string; run: () => void } }
type Shown = ToastMessage & { key: number }

const ToastContext = createContext<(message: ToastMessage) => void>(() => {})

/** Says in passing that something worked, with at most one action (undo). Errors never come as a toast. */
export const useToast = (): ((message: ToastMessage) => void) => useContext(ToastContext)

const STAYS_MS = 8000

/** Holds the one live region. It is there from the start, because a region that appears with its text is not read out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const show = useCallback((message: ToastMessage) => {
    setShown((before) => ({ ...message, key: (before?.key ?? 0) + 1 }))
  }, [])
  const [held, setHeld] = useState(false)

  useEffect(() => {
    if (!shown || held) return
    const timer = setTimeout(() => setShown(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [shown, held])

  return (
    <ToastContext.Provider value={show}>
      {children}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at the message only keeps it from going away */}
      <div
        className="print:hidden pointer-events-none fixed inset-x-4 bottom-4 z-50 flex justify-center"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <div role="status" aria-live="polite">
          {shown ? (
            <div
              key={shown.key}
              className="pointer-events-auto flex items-center gap-4 rounded-m bg-ink px-4 py-2 text-paper shadow-lift motion-safe:animate-appear"
            >
              {shown.text}
              {shown.action ? (
                <button
                  type="button"
                  className="cursor-pointer font-medium underline underline-offset-4"
                  onClick={() => {
                    shown.action?.run()
                    setShown(null)
                  }}
                >
                  {shown.action.label}
                </button>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
    </ToastContext.Provider>
  )
}
