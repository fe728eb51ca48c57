import type { ReactNode } from 'react'
import { type ChosenKeys, DEFAULT_KEYS } from '@/lib/desk/rules/keys'
import { SkipLink } from '../../_ui/page-parts'
import { ToastProvider } from '../../_ui/toast'
import { KeysProvider } from '../keys/keys-provider'
import { PaletteButton } from '../keys/palette-button'
import { DemoBanner } from './demo-banner'
import { DeskMenu } from './desk-menu'
import { type DeskLink, DeskNav } from './desk-nav'
import { Wordmark } from './wordmark'

export type DeskViewer = { name: string; email: string; roles: string[] }

const SECTIONS: DeskLink[] = [
  { href: '/desk/inbox', label: 'Inbox' },
  { href: '/desk/articles', label: 'Articles' },
  { href: '/desk/claims', label: 'Claims', also: ['/desk/external', '/desk/sources'] },
  { href: '/desk/predictions', label: 'Predictions' },
  { href: '/desk/outcomes', label: 'Outcomes' },
  { href: '/desk/speakers', label: 'Speakers' },
  { href: '/desk/publishers', label: 'Publishers' },
]

const OF_ADMINS: DeskLink[] = [
  { href: '/desk/feeds', label: 'Feeds' },
  { href: '/desk/admin', label: 'Admin' },
]

/**
 * The frame of the desk. `viewer`: who is signed in (the links shown are a convenience; every page and command decides
 * for itself). `counts`: what waits, by address, as it is shown ("1,000+"). `keys`: as
 * the viewer chose them. `signOut`: the form that ends the session. `above`: what stands above every page.
 */
export function DeskShell({
  viewer,
  newsroomName,
  isDemo = false,
  counts = {},
  keys = DEFAULT_KEYS,
  bell,
  signOut,
  above,
  children,
}: {
  viewer: DeskViewer
  newsroomName: string
  isDemo?: boolean
  counts?: Record<string, string>
  keys?: ChosenKeys
  /** The way to the notices. */
  bell?: ReactNode
  signOut: ReactNode
  above?: ReactNode
  children: ReactNode
}) {
  const links = [...SECTIONS, ...(viewer.roles.includes('admin') ? OF_ADMINS : [])].map((link) => ({
    ...link,
    count: counts[link.href],
  }))
  return (
    <ToastProvider>
      <KeysProvider chosen={keys} roles={viewer.roles}>
        <div className="flex min-h-dvh flex-col">
          <SkipLink />
          {isDemo ? <DemoBanner /> : null}
          <header className="sticky top-0 z-30 border-rule border-b bg-paper print:hidden">
            <div className="mx-auto flex h-12 max-w-desk items-center gap-2 px-4 sm:gap-6">
              <Wordmark href="/desk" size="small" />
              <div className="hidden flex-1 xl:block">
                <DeskNav links={links} layout="row" />
              </div>
              <div className="ml-auto flex items-center sm:gap-2">
                <PaletteButton />
                {bell}
                <DeskMenu label={viewer.name} className="hidden sm:block">
                  <ViewerPart viewer={viewer} newsroomName={newsroomName} signOut={signOut} />
                </DeskMenu>
                <DeskMenu label="Menu" className="xl:hidden">
                  <DeskNav links={links} layout="list" />
                  <div className="mt-2 border-rule border-t pt-2 sm:hidden">
                    <ViewerPart viewer={viewer} newsroomName={newsroomName} signOut={signOut} />
                  </div>
                </DeskMenu>
              </div>
            </div>
          </header>
          {above}
          <main id="main" tabIndex={-1} className="mx-auto w-full max-w-desk flex-1 px-4 py-6 focus:outline-none">
            {children}
          </main>
        </div>
      </KeysProvider>
    </ToastProvider>
  )
}

function ViewerPart({
  viewer,
  newsroomName,
  signOut,
}: {
  viewer: DeskViewer
  newsroomName: string
  signOut: ReactNode
}) {
  return (
    <div className="flex flex-col gap-1 text-15">
      <p className="px-3 pt-1 font-medium">{viewer.name}</p>
      <p className="wrap-anywhere px-3 pb-1 text-13 text-ink-soft">
        {viewer.email}
        <br />
        {viewer.roles.join(', ')} at {newsroomName}
      </p>
      <a href="/desk/account" className="link-quiet flex h-9 items-center px-3">
        Your account
      </a>
      <a href="/" className="link-quiet flex h-9 items-center px-3">
        Public pages
      </a>
      <div className="px-3 pt-1 pb-2">{signOut}</div>
    </div>
  )
}
