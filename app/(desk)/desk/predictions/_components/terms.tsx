import { DayText, WindowText } from '@/app/_ui/days'
import { type Definition, DefinitionList } from '@/app/_ui/page-parts'
import { inQuotes } from '@/lib/core/quotes'
import { BASIS_WORDS } from '@/lib/predictions/present'
import { targetWords } from '@/lib/predictions/rules/figures'
import type { PredictionContent } from '@/lib/predictions/schema'

/** What was proposed or frozen, to be read. */
export function Terms({ content, certainty }: { content: PredictionContent; certainty: number | null }) {
  const items: (Definition | null)[] = [
    { term: 'Said on', value: content.saidOn ? <DayText day={content.saidOn} /> : 'not known' },
    { term: 'Window', value: <WindowTerms content={content} /> },
    { term: 'Grace', value: content.graceDays === 1 ? '1 day' : `${content.graceDays} days` },
    content.criteria ? { term: 'Criteria', value: <p className="whitespace-pre-wrap">{content.criteria}</p> } : null,
    { term: 'Certainty', value: certaintyWords(content, certainty) },
    content.conditionWords ? { term: 'Condition', value: `“${content.conditionWords}”; void when it fails` } : null,
    figureTerm(content),
    content.vagueReason ? { term: 'Too vague because', value: content.vagueReason } : null,
  ]
  return <DefinitionList beside items={items.filter((item) => item !== null)} />
}

function WindowTerms({ content }: { content: PredictionContent }) {
  if (content.window === null) return 'none'
  return (
    <>
      <WindowText window={content.window} className="font-medium" />
      {content.windowWords ? (
        // a window that we gave comes with our reason, which nobody said
        <span className="block text-ink-soft">
          {content.windowBasis === 'given' ? content.windowWords : inQuotes(content.windowWords)}
        </span>
      ) : null}
      {content.windowBasis ? (
        <span className="block text-13 text-ink-soft">{BASIS_WORDS[content.windowBasis]}</span>
      ) : null}
    </>
  )
}

function certaintyWords({ certaintyWords: words, isNegated }: PredictionContent, certainty: number | null): string {
  const said = words === null ? 'no words' : `“${words}”`
  const p = certainty === null ? 'no probability' : `stands for ${certainty.toFixed(2)}`
  return `${said}, ${p}${isNegated ? '; says that it will not happen' : ''}`
}

function figureTerm({ comparator, targetValue, targetUnit, tolerance }: PredictionContent): Definition | null {
  if (comparator === null || targetValue === null) return null
  return { term: 'Figure', value: targetWords({ comparator, targetValue, targetUnit, tolerance }) }
}
