'use client'

import { Dialog } from '@/app/_ui/dialog'
import { KEY_ACTION_IDS, KEY_PLACES, type KeyPlace, keyAction } from '@/lib/desk/rules/key-actions'
import { keysOf } from '@/lib/desk/rules/keys'
import { useKeys } from './keys-context'
import { KeyCaps } from './shortcut'

/** The keys that apply on this page, from the registry. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { chosen, registered } = useKeys()
  const here = new Set(registered())
  const shown = KEY_ACTION_IDS.filter((id) => here.has(id) && keysOf(id, chosen) !== '')
  const places = (Object.keys(KEY_PLACES) as KeyPlace[]).filter((place) =>
    shown.some((id) => keyAction(id).place === place),
  )
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Keys on this page"
      description={
        chosen.lettersOn ? undefined : 'You switched single letters off, so only keys with a modifier are listed.'
      }
    >
      <div className="gap-x-10 sm:columns-2">
        {places.map((place) => (
          <section key={place} aria-labelledby={`keys-${place}`} className="mb-5 break-inside-avoid">
            <h3 id={`keys-${place}`} className="mb-1 border-rule border-b pb-1 font-semibold text-15">
              {KEY_PLACES[place]}
            </h3>
            <dl className="text-15">
              {shown
                .filter((id) => keyAction(id).place === place)
                .map((id) => (
                  <div key={id} className="flex min-h-8 items-center justify-between gap-4">
                    <dt>{keyAction(id).words}</dt>
                    <dd className="shrink-0">
                      <KeyCaps keys={keysOf(id, chosen)} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-13 text-ink-soft">
        {/* no Link: the browser itself unfolds what an address leads to */}
        <a href="/desk/account#keys">Choose other keys, or switch letters off</a>
      </p>
    </Dialog>
  )
}
