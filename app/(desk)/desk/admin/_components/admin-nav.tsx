import { PageTabs } from '@/app/_ui/page-tabs'

const PAGES = [
  { href: '/desk/admin/people', label: 'People' },
  { href: '/desk/admin/settings', label: 'Settings' },
  { href: '/desk/admin/agreement', label: 'Agreement' },
  { href: '/desk/admin/jobs', label: 'Jobs' },
  { href: '/desk/admin/mail', label: 'Mail' },
  { href: '/desk/admin/audit', label: 'Audit log' },
]

export const AdminNav = () => <PageTabs label="Admin" pages={PAGES} holds className="mb-8" />
