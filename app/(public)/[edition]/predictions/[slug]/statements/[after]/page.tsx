import type { Metadata } from 'next'
import { readStatements, Statements } from '../_components/statements'

type Props = { params: Promise<{ edition: string; slug: string; after: string }> }

export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, after } = await params
  const { claim } = await readStatements(slug, after)
  return { title: `More later statements: ${claim.shortForm}`, robots: { index: false, follow: true } }
}

/** The statements that follow the one that the address names. */
export default async function FollowingStatementsPage({ params }: Props) {
  const { slug, after } = await params
  return <Statements page={await readStatements(slug, after)} />
}
