import { PageTabs } from '@/app/_ui/page-tabs'

const WAYS = [
  { href: '/desk/articles/import', label: 'Paste a text' },
  { href: '/desk/articles/import/address', label: 'Fetch an address' },
  { href: '/desk/articles/import/files', label: 'Upload files' },
  { href: '/desk/articles/import/batch', label: 'Bring in a table' },
]

/** The ways in, as tabs. */
export const Ways = () => <PageTabs label="Ways to import" pages={WAYS} />
