'use client'

import { useState } from 'react'
import { ActionForm, SubmitButton } from '@/app/_ui/action-form'
import { Input } from '@/app/_ui/controls'
import { Field } from '@/app/_ui/field'
import { useForm } from '@/app/_ui/form-context'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Tag, type TagTone } from '@/app/_ui/tag'
import type { OpmlRow } from '@/lib/articles/schema/feeds'
import { importOpmlAction } from '../actions'
import { TreatmentFields, USUAL } from './treatment-fields'

/** Takes the feeds that a feed reader exports. The rules are folded: mostly the usual ones will do. */
export function OpmlForm() {
  const [isOpen, setOpen] = useState(false)
  return (
    <ActionForm<OpmlRow[]> action={importOpmlAction} id="opml" className="max-w-page">
      <Field
        name="file"
        label="OPML file"
        hint="The list of feeds that a feed reader exports; at most 500 feeds, 2 MB."
      >
        <Input type="file" accept=".opml,.xml,text/x-opml,text/xml,application/xml" className="max-w-measure" />
      </Field>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="w-fit cursor-pointer text-accent">How all of them are treated</summary>
        <div className="mt-4 flex flex-col gap-6 border-rule border-l-2 pl-4">
          <TreatmentFields treatment={USUAL} />
        </div>
      </details>
      <div>
        <SubmitButton variant="secondary" pendingText="Adding …">
          Watch these feeds
        </SubmitButton>
      </div>
      <Results />
    </ActionForm>
  )
}

const OUTCOMES: Record<OpmlRow['outcome'], { word: string; tone: TagTone }> = {
  added: { word: 'Watched', tone: 'good' },
  known: { word: 'Known already', tone: 'plain' },
  refused: { word: 'Refused', tone: 'bad' },
}

function Results() {
  const { result } = useForm()
  const rows = result.status === 'ok' ? (result.value as OpmlRow[]) : []
  if (rows.length === 0) return null
  return (
    <Table caption="What became of the feeds">
      <TableHead>
        <HeadCell>Feed</HeadCell>
        <HeadCell>Result</HeadCell>
        <HeadCell>Reason</HeadCell>
      </TableHead>
      <TableBody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may list a feed twice; the list never changes
          <Row key={i}>
            <Cell className="min-w-48 break-all">{row.title ?? row.address}</Cell>
            <Cell>
              <Tag tone={OUTCOMES[row.outcome].tone}>{OUTCOMES[row.outcome].word}</Tag>
            </Cell>
            <Cell>{row.outcome === 'refused' ? row.words : null}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
