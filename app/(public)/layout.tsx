import type { ReactNode } from 'react'
import { PublicShell } from '../_parts/shell/public-shell'

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicShell newsroomName="Borne Out">{children}</PublicShell>
}
