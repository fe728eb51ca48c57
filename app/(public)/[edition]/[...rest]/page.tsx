import { notFound } from 'next/navigation'

export const generateStaticParams = () => []

/** Every other address, so that it is refused inside the readers' frame. */
export default function NowherePage() {
  notFound()
}
