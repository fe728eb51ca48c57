import { EmptyState } from '../_ui/page-parts'

export default function HomePage() {
  return (
    <>
      <h1 className="sr-only">Borne Out</h1>
      <EmptyState drawing="seal">Nothing is published yet. Verdicts and predictions will stand here.</EmptyState>
    </>
  )
}
