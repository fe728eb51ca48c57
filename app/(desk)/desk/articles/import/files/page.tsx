import type { Metadata } from 'next'
import { FileForm } from '../_components/file-form'
import { ImportFrame } from '../_components/import-frame'

export const metadata: Metadata = { title: 'Import files' }

export default function ImportFilesPage() {
  return (
    <ImportFrame>
      <section aria-labelledby="files-title" className="flex flex-col gap-4">
        <h2 id="files-title" className="statement font-semibold text-21">
          Upload files
        </h2>
        <FileForm />
      </section>
    </ImportFrame>
  )
}
