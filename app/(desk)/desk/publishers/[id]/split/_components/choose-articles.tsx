import { Button } from '@/app/_ui/button'
import { Checkbox, Fieldset } from '@/app/_ui/choices'
import { inputClasses, labelClasses } from '@/app/_ui/control-styles'
import { formatDay } from '@/lib/core/windows'

type Choosable = { id: string; title: string; publishedOn: string | null; url: string | null }

/**
 * Ticks that live in the address: finding and paging keep what was chosen, and nothing is changed by looking. `found` holds
 * none of the `chosen`.
 */
export function ChooseArticles({
  here,
  chosen,
  found,
  text,
  older,
  error,
}: {
  here: string
  chosen: Choosable[]
  found: Choosable[]
  text: string | undefined
  older: string | null
  error: string | undefined
}) {
  return (
    <form action={here} className="flex flex-col gap-6">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <label htmlFor="split-find" className={labelClasses}>
            Words of the title, byline or address
          </label>
          <input id="split-find" name="text" type="search" defaultValue={text} className={inputClasses} />
        </div>
        <Button type="submit">Find</Button>
      </div>
      <Fieldset legend="Articles of the other publisher" name="articles" error={error}>
        {chosen.map((article) => (
          <Tick key={article.id} article={article} isChosen />
        ))}
        {found.map((article) => (
          <Tick key={article.id} article={article} />
        ))}
        {found.length === 0 ? (
          <p className="text-ink-soft">{text ? 'No other article has these words.' : 'There are no other articles.'}</p>
        ) : null}
      </Fieldset>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="go" value="on" formAction={`${here}#moves`} variant="primary">
          Go on with the chosen
        </Button>
        {older ? (
          <Button type="submit" name="before" value={older} variant="quiet">
            Show older ones
          </Button>
        ) : null}
      </div>
    </form>
  )
}

function Tick({ article: { id, title, publishedOn, url }, isChosen }: { article: Choosable; isChosen?: boolean }) {
  const day = publishedOn ? formatDay(publishedOn) : 'day not known'
  return (
    <Checkbox
      id={`article-${id}`}
      name="article"
      value={id}
      defaultChecked={isChosen}
      label={<span className="statement">{title}</span>}
      hint={url ? `${day} · ${new URL(url).hostname}` : day}
    />
  )
}
