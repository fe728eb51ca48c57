'use client'

import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { Dialog as Primitive } from 'radix-ui'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { KEY_PLACES, keyAction } from '@/lib/desk/rules/key-actions'
import { keysOf } from '@/lib/desk/rules/keys'
import { announce } from './announce'
import { rankOf } from './filtering'
import { useKeys } from './keys-context'
import { strokeOf } from './listening'
import { KeyCaps } from './shortcut'
import { FOUND_WORDS, type Found, useFound } from './use-found'

/**
 * Over the page: closes before anything is done, and gives the focus back first, so that an action finds the page as it was.
 * `ahead`: what was typed before it was loaded.
 */
export function Palette({ ahead, onClose }: { ahead: RefObject<string | null>; onClose: () => void }) {
  const { chosen } = useKeys()
  const before = useRef<Element | null>(null)
  const after = useRef<(() => void) | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (strokeOf(event.nativeEvent) !== keysOf('palette-open', chosen)) return
    event.preventDefault()
    onClose()
  }
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-[rgb(20_18_10/0.45)] motion-safe:animate-appear" />
        <Primitive.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            before.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
            after.current?.()
          }}
          onKeyDown={onKeyDown}
          className="fixed top-[max(0.5rem,10vh)] left-1/2 z-50 flex max-h-[min(32rem,80vh)] w-[calc(100vw-1rem)] max-w-measure -translate-x-1/2 flex-col overflow-hidden rounded-m border border-rule bg-raised shadow-lift motion-safe:animate-appear"
        >
          <Primitive.Title className="sr-only">Find anything</Primitive.Title>
          <Choices
            ahead={ahead}
            choose={(act) => {
              after.current = act
              onClose()
            }}
          />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Every page, every action that this page registered, and what the desk holds, by words. */
function Choices({ ahead, choose }: { ahead: RefObject<string | null>; choose: (act: () => void) => void }) {
  const [typed, setTyped] = useState(() => ahead.current ?? '')
  useEffect(() => {
    ahead.current = null
  }, [ahead])
  const search = useFound(typed)
  return (
    <Command label="Find anything" filter={rankOf} loop vimBindings={false} className="flex min-h-0 flex-col">
      <div className="flex items-center border-rule border-b pr-2">
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder="A page, an action, a claim, a speaker …"
          className="h-13 min-w-0 flex-1 bg-transparent px-4 text-17 outline-none placeholder:text-ink-faint"
        />
        <Primitive.Close className="cursor-pointer rounded-s px-2 py-1 text-13 text-ink-soft hover:text-ink hover:underline">
          Close
        </Primitive.Close>
      </div>
      <Command.List className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-2" label="What can be chosen">
        {search.state === 'searching' || search.found.length > 0 ? null : (
          <Command.Empty className="px-3 py-6 text-15 text-ink-soft">
            Nothing goes by these words. Try the beginning of a name, or fewer words.
          </Command.Empty>
        )}
        <FoundItems found={search.found} choose={choose} />
        <Actions choose={choose} />
      </Command.List>
      <p role="status" className="border-rule border-t px-4 py-2 text-13 text-ink-soft">
        {search.words}
      </p>
    </Command>
  )
}

function FoundItems({ found, choose }: { found: Found; choose: (act: () => void) => void }) {
  const router = useRouter()
  if (found.length === 0) return null
  return (
    <Group heading="Found at the desk" forceMount>
      {found.map((one) => (
        <Item
          key={one.href}
          value={one.href}
          forceMount
          onSelect={() => choose(() => router.push(one.href))}
          words={one.words}
          about={[FOUND_WORDS[one.kind], one.about].filter(Boolean).join(' · ')}
        />
      ))}
    </Group>
  )
}

function Actions({ choose }: { choose: (act: () => void) => void }) {
  const { chosen, registered, run } = useKeys()
  const [ids] = useState(() => registered().filter((id) => id !== 'palette-open'))
  const items = (isPage: boolean) =>
    ids
      .filter((id) => (keyAction(id).place === 'pages') === isPage)
      .map((id) => (
        <Item
          key={id}
          value={`${keyAction(id).words}${isPage ? ', page' : ''}`}
          keywords={[KEY_PLACES[keyAction(id).place]]}
          onSelect={() => choose(() => run(id) || announce(`${keyAction(id).words}: this does not apply just now.`))}
          words={keyAction(id).words}
          keys={keysOf(id, chosen)}
        />
      ))
  return (
    <>
      <Group heading="On this page">{items(false)}</Group>
      <Group heading="Pages">{items(true)}</Group>
    </>
  )
}

const Group = ({
  heading,
  forceMount,
  children,
}: {
  heading: string
  forceMount?: boolean
  children: React.ReactNode
}) => (
  <Command.Group
    heading={heading}
    forceMount={forceMount}
    className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-13 [&_[cmdk-group-heading]]:text-ink-soft"
  >
    {children}
  </Command.Group>
)

function Item({
  words,
  about,
  keys = '',
  ...rest
}: {
  value: string
  keywords?: string[]
  forceMount?: boolean
  onSelect: () => void
  words: string
  about?: string
  keys?: string
}) {
  return (
    <Command.Item
      {...rest}
      className="flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded-s px-3 py-1.5 text-15 data-[selected=true]:bg-accent-wash"
    >
      <span className="min-w-0">
        <span className="line-clamp-2">{words}</span>
        {about ? <span className="block text-13 text-ink-soft">{about}</span> : null}
      </span>
      <KeyCaps keys={keys} />
    </Command.Item>
  )
}
