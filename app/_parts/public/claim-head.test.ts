import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ClaimHead, type PrintedBy } from './claim-head'

const text = (printedBy: PrintedBy | undefined): string =>
  renderToStaticMarkup(
    createElement(ClaimHead, {
      ...{ crumb: { href: '/claims', label: 'Verdicts' }, kind: 'statistic', statement: 'The quay has 12 cranes.' },
      ...{ speaker: null, printedBy, saidOn: '2025-10-01' },
    }),
  )
    .replace(/<h1.*<\/h1>/, '')
    .replace(/<[^>]+>/g, '')
const publisher = { name: 'Quay Daily', slug: 'quay-daily' }

describe('a claim without a speaker', () => {
  test('is said in its publisher’s own voice only where the publisher spoke itself', () => {
    expect(text({ publisher, isOwnVoice: true })).toContain('Said by Quay Daily in its own voice, 1 Oct 2025')
  })

  test('is reported by its publisher where the text names somebody whom the desk does not', () => {
    const reported = text({ publisher, isOwnVoice: false })
    expect(reported).toContain('Reported by Quay Daily, 1 Oct 2025')
    expect(reported).not.toContain('own voice')
  })

  test('puts words into nobody’s mouth where no place is shown any more', () => {
    expect(text(undefined)).not.toMatch(/Said|own voice/)
  })
})
