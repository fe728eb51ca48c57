import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { faceVariables } from './_ui/fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Borne Out', template: '%s · Borne Out' },
  description: 'What was claimed, what the evidence says, and how the predictions held up.',
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
    { media: '(prefers-color-scheme: dark)', color: '#141412' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={faceVariables}>
      <body>{children}</body>
    </html>
  )
}
