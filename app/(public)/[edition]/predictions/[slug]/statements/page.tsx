import type { Metadata } from 'next'
import { readStatements, Statements } from './_components/statements'

type Props = { params: Promise<{ edition: string; slug: string }> }

export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const { claim } = await readStatements(slug)
  return {
    title: `All later statements: ${claim.shortForm}`,
    alternates: { canonical: `/predictions/${claim.slug}/statements` },
  }
}

/** All that was said of a prediction later: where its timeline has only the first and the newest. */
export default async function StatementsPublicPage({ params }: Props) {
  return <Statements page={await readStatements((await params).slug)} isFirst />
}
