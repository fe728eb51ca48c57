import type { DemoRole } from '../demo-people'

/** How a page is reached: its address, or the first link on another page that fits, and what comes below it. */
export type Way = string | { from: string; link: RegExp; says?: string; below?: string }

/** One look at a page: the route as the files in app/ spell it, who looks, and which of its states. */
export type Visit = { route: string; as: DemoRole | 'reader'; state?: string; at: Way }

const desk = (route: string, as: DemoRole, at: Way = route, state?: string): Visit => ({ route, as, at, state })
const open = (route: string, at: Way = route, state?: string): Visit => ({ route, as: 'reader', at, state })

const claim = (says: string, view = 'all') => ({
  from: `/desk/claims?view=${view}`,
  link: /^\/desk\/claims\/[0-9a-f-]{36}$/,
  says,
})
const article = (says?: string): Way => ({ from: '/desk/articles', link: /^\/desk\/articles\/[0-9a-f-]{36}$/, says })
const prediction = (filter: string): Way => ({
  from: `/desk/predictions?view=${filter}`,
  link: /^\/desk\/predictions\/[0-9a-f-]{36}$/,
})

/** Every page there is, in the demo. A page that is missing here fails a test. */
export const VISITS: readonly Visit[] = [
  open('/'),
  open('/about'),
  open('/claims'),
  open('/claims/~list', '/claims?before=ffffffff-ffff-7fff-bfff-ffffffffffff'),
  open('/claims/[slug]', { from: '/claims', link: /^\/claims\/[^/?]+$/, says: 'One in five flats' }, 'corrected'),
  open('/claims/[slug]', '/claims/kestrel-bays-tram-line-cost-a-3-5-million-per-kilometre', 'withdrawn'),
  open('/claims/[slug]', { from: '/claims', link: /^\/claims\/[^/?]+$/, says: 'secret side letter' }, 'unverifiable'),
  open('/claims/[slug]/versions/[ordinal]', '/claims/one-in-five-flats-in-aldermoor-stands-empty/versions/1'),
  open('/predictions'),
  open('/predictions/~list', '/predictions?view=overdue'),
  open(
    '/predictions/[slug]',
    { from: '/predictions', link: /^\/predictions\/[^/?]+$/, says: 'Leaders of' },
    'narrowed',
  ),
  open('/predictions/[slug]', { from: '/predictions', link: /^\/predictions\/[^/?]+$/, says: 'harbor tunnel' }, 'open'),
  open('/predictions/[slug]/versions/[ordinal]', {
    from: '/predictions?view=resolved',
    link: /^\/predictions\/[^/?]+$/,
    says: 'fuel tax',
    below: '/versions/1',
  }),
  open('/speakers'),
  open('/speakers/~list', '/speakers?after=a'),
  open('/speakers/[slug]', '/speakers/elena-varga', 'with a rate'),
  open('/speakers/[slug]', '/speakers/desmond-pike', 'below the least n'),
  open('/publishers'),
  open('/publishers/~list', '/publishers?after=zz', 'past the end'),
  open('/publishers/[slug]', '/publishers/the-harbor-courier'),
  open('/topics'),
  open('/topics/~list', '/topics?after=a'),
  open('/topics/[slug]', '/topics/transport'),
  open('/phrases'),
  open('/phrases/[slug]', '/phrases/is-expected-to', 'with a rate'),
  open('/phrases/[slug]', '/phrases/aims-to', 'never counted'),
  open('/corrections'),
  open('/methodology'),
  open('/search', '/search?q=Aldis', 'found'),
  open('/search', '/search?q=zebra', 'nothing found'),
  open('/[...rest]', '/no-such-page'),
  open('/suggest'),
  open('/sign-in'),
  open('/accept/[token]', `/accept/${'x'.repeat(43)}`, 'used up'),
  open('/unsubscribe/[token]', '/unsubscribe/not-complete', 'not complete'),
  desk('/desk', 'reviewer'),
  desk('/desk', 'editor'),
  desk('/desk', 'admin'),
  desk('/desk/inbox', 'reviewer'),
  desk('/desk/inbox', 'editor', '/desk/inbox?kind=prediction&least=30', 'narrowed'),
  desk('/desk/inbox', 'admin', '/desk/inbox?words=zebra', 'nothing found'),
  desk('/desk/account', 'reviewer'),
  desk('/desk/notices', 'reviewer'),
  desk('/desk/notices', 'editor', '/desk/notices?view=unread', 'unread'),
  desk('/desk/articles', 'reviewer'),
  desk('/desk/articles/[id]', 'reviewer', article('budget'), 'to triage'),
  desk('/desk/articles/[id]', 'editor', article('Mayor Pike'), 'decided'),
  desk('/desk/articles/[id]/details', 'editor', { from: '/desk/articles', link: /\/details$/ }),
  desk('/desk/articles/differences', 'reviewer'),
  desk('/desk/articles/[id]/versions', 'reviewer', {
    from: '/desk/articles',
    link: /^\/desk\/articles\/[0-9a-f-]{36}$/,
    below: '/versions',
  }),
  desk('/desk/articles/import', 'admin'),
  desk('/desk/articles/import/address', 'admin'),
  desk('/desk/articles/import/files', 'admin'),
  desk('/desk/articles/import/batch', 'admin'),
  desk('/desk/articles/import/batch/[runId]', 'admin', {
    from: '/desk/articles/import/batch',
    link: /^\/desk\/articles\/import\/batch\/[0-9a-f-]{36}$/,
    says: 'harbor-archive.csv',
  }),
  desk('/desk/external', 'editor'),
  desk('/desk/external/[id]', 'editor', { from: '/desk/external', link: /^\/desk\/external\/[0-9a-f-]{36}$/ }),
  desk('/desk/external/import', 'admin'),
  desk('/desk/suggestions', 'reviewer'),
  desk('/desk/suggestions/[id]', 'reviewer', {
    from: '/desk/suggestions',
    link: /^\/desk\/suggestions\/[0-9a-f-]{36}$/,
  }),
  desk('/desk/feeds', 'admin'),
  desk('/desk/feeds/add', 'admin'),
  desk('/desk/feeds/inbox', 'admin'),
  desk('/desk/claims', 'reviewer'),
  desk('/desk/claims', 'editor', '/desk/claims?view=waiting', 'waiting'),
  desk('/desk/claims', 'reviewer', '/desk/claims?view=due', 'due'),
  desk('/desk/claims', 'reviewer', '/desk/claims?view=recheck', 're-check'),
  desk('/desk/claims/[id]', 'reviewer', claim('highest price for water', 'sent-back'), 'sent back'),
  desk('/desk/claims/[id]', 'reviewer', claim('2.3 million passengers', 'mine'), 'draft'),
  desk('/desk/claims/[id]', 'editor', claim('stood empty for 11 years', 'waiting'), 'waits for approval'),
  desk('/desk/claims/[id]', 'both', claim('4.2 kilometers'), 'published'),
  desk('/desk/claims/[id]/history', 'reviewer', { ...claim('4.2 kilometers'), below: '/history' }),
  desk('/desk/claims/[id]/compare', 'reviewer', { ...claim('4.2 kilometers'), below: '/compare' }),
  desk('/desk/sources', 'reviewer'),
  desk('/desk/sources/[id]', 'reviewer', { from: '/desk/sources', link: /^\/desk\/sources\/[0-9a-f-]{36}$/ }),
  desk('/desk/predictions', 'reviewer', '/desk/predictions?view=resolved'),
  desk('/desk/predictions/[claimId]', 'reviewer', prediction('to_open'), 'to open'),
  desk('/desk/predictions/[claimId]', 'editor', prediction('waiting'), 'waits for approval'),
  desk('/desk/predictions/[claimId]', 'editor', prediction('resolved'), 'resolved'),
  desk('/desk/outcomes', 'reviewer'),
  desk('/desk/outcomes/new', 'reviewer'),
  desk('/desk/outcomes/[id]', 'editor', { from: '/desk/outcomes', link: /^\/desk\/outcomes\/[0-9a-f-]{36}$/ }),
  desk('/desk/speakers', 'editor'),
  desk('/desk/speakers/[id]', 'editor', { from: '/desk/speakers', link: /^\/desk\/speakers\/[0-9a-f-]{36}$/ }),
  desk('/desk/publishers', 'editor'),
  desk('/desk/publishers/[id]', 'editor', { from: '/desk/publishers', link: /^\/desk\/publishers\/[0-9a-f-]{36}$/ }),
  desk('/desk/publishers/[id]/split', 'editor', {
    from: '/desk/publishers',
    link: /^\/desk\/publishers\/[0-9a-f-]{36}$/,
    below: '/split',
  }),
  desk('/desk/admin', 'admin'),
  desk('/desk/admin/agreement', 'admin'),
  desk('/desk/admin/audit', 'admin'),
  desk('/desk/admin/jobs', 'admin'),
  desk('/desk/admin/mail', 'admin'),
  desk('/desk/admin/people', 'admin'),
  desk('/desk/admin/people/[id]', 'admin', {
    from: '/desk/admin/people',
    link: /^\/desk\/admin\/people\/[0-9a-f-]{36}$/,
  }),
  desk('/desk/admin/people/invite', 'admin'),
  desk('/desk/admin/settings', 'admin'),
]

/** Pages that the demo has not, and the file that looks at them. */
export const LOOKED_AT_ELSEWHERE: Readonly<Record<string, string>> = {
  '/welcome': 'e2e/first-run.setup.ts',
  '/desk/start': 'e2e/first-run.setup.ts',
  '/desk/feeds/[id]': 'e2e/journeys/feeds.spec.ts',
  '/desk/external/import/[id]': 'e2e/journeys/external.spec.ts',
  '/desk/admin/mail/[id]': 'e2e/journeys/notices.spec.ts',
  '/suggest/[secret]': 'e2e/journeys/suggestions.spec.ts',
}
