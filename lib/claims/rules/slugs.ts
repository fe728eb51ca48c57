import slugify from '@sindresorhus/slugify'

const SLUG_MAX = 80

/** The address of a claim or speaker from its words: lower case, hyphens, at most 80 characters, cut at a word. */
export function slugBase(text: string, fallback: string): string {
  const slug = slugify(text)
  if (slug === '') return fallback
  return slug.length <= SLUG_MAX
    ? slug
    : slug.slice(0, slug.lastIndexOf('-', SLUG_MAX) > 20 ? slug.lastIndexOf('-', SLUG_MAX) : SLUG_MAX)
}

/** The first free one of base, base-2 … base-9, else with the tail of the row's id. `taken` are those in use. */
export function freeSlug(base: string, taken: ReadonlySet<string>, id: string): string {
  const numbered = [base, ...Array.from({ length: 8 }, (_, index) => `${base}-${index + 2}`)]
  return numbered.find((slug) => !taken.has(slug)) ?? `${base}-${id.slice(-12)}`
}
