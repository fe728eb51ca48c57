import { VersionPage, type VersionProps, versionMetadata } from '../../../../_components/version-page'

export const generateStaticParams = () => []

export const generateMetadata = (props: VersionProps) => versionMetadata('/predictions', props)

export default function VersionPublicPage({ params }: VersionProps) {
  return <VersionPage base="/predictions" params={params} />
}
