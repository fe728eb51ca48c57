'use client'

import type { ReactNode } from 'react'
import type { RatingScale } from '@/lib/settings/schema'
import type { OpenVersionView } from '@/lib/verdicts/queries/workspace'

export function SidePreview({
  children,
}: {
  version: OpenVersionView
  scale: RatingScale
  newsroomName: string
  zone: string
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  form: () => HTMLFormElement | null
  children: ReactNode
}) {
  return <>{children}</>
}
