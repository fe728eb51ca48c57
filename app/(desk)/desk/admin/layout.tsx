import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { isAdmin } from '@/lib/core/context'
import { requireContext } from '@/lib/web/session'
import { AdminNav } from './_components/admin-nav'

/** The frame of the admin pages. Who is no admin finds nothing here; the queries decide the same once more. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  if (!isAdmin((await requireContext()).actor)) notFound()
  return (
    <>
      <AdminNav />
      {children}
    </>
  )
}
