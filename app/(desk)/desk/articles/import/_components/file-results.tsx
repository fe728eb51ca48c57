import Link from 'next/link'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/app/_ui/table'
import { Tag, type TagTone } from '@/app/_ui/tag'
import type { FileAnswer } from '../answers'

const OUTCOMES: Record<FileAnswer['outcome'], { word: string; tone: TagTone }> = {
  created: { word: 'Imported', tone: 'good' },
  newSnapshot: { word: 'New version', tone: 'accent' },
  unchanged: { word: 'Unchanged', tone: 'plain' },
  refused: { word: 'Refused', tone: 'bad' },
}

/** What became of each file: the way to its article, or why it was refused. */
export function FileResults({ answers }: { answers: FileAnswer[] }) {
  if (answers.length === 0) return null
  return (
    <Table caption="What became of the files">
      <TableHead>
        <HeadCell>File</HeadCell>
        <HeadCell className="max-md:hidden">Result</HeadCell>
        <HeadCell>Article, or the reason</HeadCell>
      </TableHead>
      <TableBody>
        {answers.map((answer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name; the list only grows
          <Row key={i}>
            <Cell className="min-w-24 max-w-60 break-words align-top">
              {answer.name}
              <span className="mt-1 block md:hidden">
                <OutcomeTag outcome={answer.outcome} />
              </span>
            </Cell>
            <Cell className="align-top max-md:hidden">
              <OutcomeTag outcome={answer.outcome} />
            </Cell>
            <Cell className="min-w-40 align-top">
              {answer.outcome === 'refused' ? answer.words : <ArticleLink {...answer} />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

const OutcomeTag = ({ outcome }: Pick<FileAnswer, 'outcome'>) => (
  <Tag tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].word}</Tag>
)

function ArticleLink({ articleId, title, needsDay }: { articleId: string; title: string; needsDay: boolean }) {
  return (
    <>
      <Link href={`/desk/articles/${articleId}`} className="font-serif">
        {title}
      </Link>
      {needsDay ? <span className="block text-13 text-ink-soft">Its publication day has to be confirmed.</span> : null}
    </>
  )
}
