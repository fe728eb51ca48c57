// The floors of the house (docs/architecture.md), lowest first: a folder in lib imports only from floors below its own,
// and two folders on one floor never import each other. There is no list of exceptions, and none is to come.
const FLOORS = [
  ['core'],
  ['extraction', 'platform'],
  ['jobs'],
  ['audit'],
  ['accounts'],
  ['settings', 'discussion'],
  ['articles'],
  ['claims'],
  ['evidence'],
  ['verdicts', 'predictions'],
  ['search'],
  ['desk', 'notices', 'publishing'],
  ['web', 'worker'],
]
const NO_DOMAIN = ['core', 'platform', 'web', 'worker']
const DOMAINS = FLOORS.flat()
  .filter((name) => !NO_DOMAIN.includes(name))
  .join('|')
const TOP = 'app|scripts|seeds|e2e'
const TEST = '\\.test\\.tsx?$|^lib/testing/|^e2e/|^scripts/shared/'
const PURE = 'schema|rules|policy|events|present|cleaning|matching|scoring'

const floors = FLOORS.flatMap((floor, level) =>
  floor.map((name) => {
    const above = FLOORS.slice(level)
      .flat()
      .filter((other) => other !== name)
    return {
      name: `floor-${name}`,
      severity: 'error',
      comment: `lib/${name} imports from lower floors only. Move the code down, or send an event up.`,
      from: { path: `^lib/${name}/`, pathNot: TEST },
      to: { path: `^(${above.map((other) => `lib/${other}/`).join('|')}${above.length > 0 ? '|' : ''}(${TOP})/)` },
    }
  }),
)

module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'pure-stays-pure',
      severity: 'error',
      comment:
        'Decisions run in the browser, in tests without a database, and in the command line; a mere type may come along.',
      from: { path: `^lib/(${DOMAINS})/(${PURE})(\\.ts$|/)`, pathNot: TEST },
      to: {
        path: '^lib/platform/|^lib/[^/]+/(queries|commands|jobs)(\\.ts$|/)|node_modules/(next|react|react-dom|@prisma|pg)/|^(fs|net|http|https|child_process)$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'extraction-needs-nothing',
      severity: 'error',
      comment: 'Text in, claims out: no file, no network, no clock.',
      from: { path: '^lib/extraction/', pathNot: TEST },
      to: { dependencyTypes: ['core'], pathNot: '^lib/' },
    },
    {
      name: 'database-only-in-queries-and-commands',
      severity: 'error',
      comment: 'Reads belong to queries.ts, writes to commands.ts; jobs, pages and scripts call those.',
      from: {
        path: '^(lib|app|seeds)/',
        pathNot: [
          `^lib/(${DOMAINS})/(queries|commands)(\\.ts$|/)`,
          '^lib/platform/',
          '^lib/(web|worker)/',
          '^seeds/(load|progress)\\.ts$',
          TEST,
        ],
      },
      to: { path: '^lib/platform/(db\\.ts|generated/)' },
    },
    {
      name: 'one-way-out',
      severity: 'error',
      comment: 'Requests to other servers go through lib/platform/safe-fetch, which checks where they lead.',
      from: { path: '^(lib|app)/', pathNot: ['^lib/platform/safe-fetch/', TEST] },
      to: {
        path: '^(http|https|http2|net|tls|dgram|dns|dns/promises)$|node_modules/undici/',
      },
    },
    {
      name: 'framework-stays-at-the-edge',
      severity: 'error',
      comment: 'Only lib/web knows Next and React, so that everything else runs in scripts and the worker.',
      from: { path: '^lib/', pathNot: ['^lib/web/', TEST] },
      to: { path: 'node_modules/(next|next-auth|react|react-dom)/' },
    },
    {
      name: 'pages-read-actions-write',
      severity: 'error',
      comment: 'Only actions, route handlers, jobs, scripts and seeds run commands.',
      from: { path: '^app/', pathNot: '(/actions\\.ts$|/route\\.tsx?$)' },
      to: { path: '^lib/[^/]+/commands(\\.ts$|/)' },
    },
    {
      name: 'no-foreign-internals',
      severity: 'error',
      comment:
        'From another domain import its vocabulary only (queries.ts, or a file of queries/), never its inner parts.',
      from: { path: '^lib/([^/]+)/', pathNot: TEST },
      to: {
        path: `^lib/(${DOMAINS})/[^/]+/`,
        pathNot: ['^lib/$1/', '^lib/[^/]+/(schema|rules|policy|events|queries|commands|jobs|present)/'],
      },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      comment: 'Primitives are dressed by the pages that use them.',
      from: { path: '^app/_ui/' },
      to: { path: '^(lib/(?!core/)|app/(?!_ui/))' },
    },
    {
      name: 'parts-know-no-route',
      severity: 'error',
      comment: 'Shared parts take what they show as properties.',
      from: { path: '^app/_parts/' },
      to: { path: '^app/(?!_ui/|_parts/)' },
    },
    {
      name: 'parts-read-nothing',
      severity: 'error',
      comment: 'Shared parts may know the type of what they show, never where it is read.',
      from: { path: '^app/_parts/' },
      to: { path: '^lib/[^/]+/(queries|commands|jobs)(\\.ts$|/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one idea, or three.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tests-only-from-tests',
      severity: 'error',
      comment: 'The harness and the factories never ship.',
      from: { pathNot: [TEST, '^seeds/'] },
      to: { path: '^lib/testing/|\\.test\\.tsx?$' },
    },
    {
      name: 'resolves',
      severity: 'error',
      comment: 'An import that cannot be resolved would pass every other rule unseen.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^lib/platform/generated/|\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/platform/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
