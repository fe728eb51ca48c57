import type { Metadata } from 'next'
import { AddFeedForm } from '../_components/add-feed-form'
import { FeedsFrame } from '../_components/feeds-frame'

export const metadata: Metadata = { title: 'Watch a feed' }

export default function AddFeedPage() {
  return (
    <FeedsFrame
      title="Watch a feed"
      lead="RSS, Atom, RDF or JSON Feed. What it holds now is treated as what comes later."
    >
      <AddFeedForm />
    </FeedsFrame>
  )
}
