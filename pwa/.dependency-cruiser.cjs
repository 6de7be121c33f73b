/** Which file may import which. The rooms of the ground floor stand in their order below. */
const domain = '^src/domains/([^/]+)/'
const tests = '[.]test[.]ts$'
const groundRooms = [
  'people',
  'signatures',
  'calendar',
  'estates',
  'places',
  'labels',
  'register',
  'photos',
  'checklists',
  'logbook',
  'notices',
]

const ban = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** One rule for each ground room: it may not import those that come after it. */
const groundOrder = groundRooms
  .slice(0, -1)
  .map((room, i) =>
    ban(
      `ground-order-${room}`,
      `ground/${room} comes before ${groundRooms.slice(i + 1).join(', ')} and knows none of them.`,
      { path: `^src/ground/${room}/` },
      { path: `^src/ground/(${groundRooms.slice(i + 1).join('|')})/` },
    ),
  )

module.exports = {
  forbidden: [
    ban('no-circles', 'Data flows one way.', {}, { circular: true }),
    ban(
      'resolvable',
      'An import must lead somewhere.',
      {},
      { couldNotResolve: true, pathNot: ['^virtual:', '[?](url|raw|worker)$'] },
    ),
    ban(
      'no-orphans',
      'A file nobody uses is removed.',
      {
        orphan: true,
        // Words are gathered by build/words.ts, which finds them by their name.
        pathNot: [
          '[.]d[.]ts$',
          tests,
          '^src/(shell/main|sw/)',
          '^src/core/http/openapi[.]ts$',
          '/testing/',
          '[.]css$',
          '/text[.]ts$',
        ],
      },
      {},
    ),
    ban(
      'not-from-tests',
      'What runs on the phone imports no test.',
      { pathNot: [tests, '/testing/'] },
      { path: [tests, '/testing/'] },
    ),
    ban(
      'no-dev-packages',
      'What runs on the phone uses no development package.',
      { path: '^src/', pathNot: [tests, '/testing/', '^src/sw/', '[.]d[.]ts$'] },
      {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/(workbox-[^/]+|vite-plugin-pwa|@types)/'],
      },
    ),
    ban(
      'core-is-lowest',
      'core/ knows no domain.',
      { path: '^src/core/' },
      { path: '^src/(ground|domains|desk|shell|sw)/' },
    ),
    ban(
      'ground-below-domains',
      'ground/ knows no domain.',
      { path: '^src/ground/' },
      { path: '^src/(domains|desk|shell|sw)/' },
    ),
    ...groundOrder,
    ban(
      'domains-apart',
      'No domain imports another.',
      { path: domain },
      { path: '^src/domains/', pathNot: '^src/domains/$1/' },
    ),
    ban(
      'domains-below-shell',
      'A domain does not know the shell.',
      { path: domain },
      { path: '^src/(desk|shell|sw)/' },
    ),
    ban(
      'desk-below-shell',
      'The desk does not know the shell.',
      { path: '^src/desk/' },
      { path: '^src/(shell|sw)/' },
    ),
    ban(
      'one-door',
      'Outside a domain, only its index.ts is seen.',
      { pathNot: domain },
      { path: domain, pathNot: '^src/domains/[^/]+/index[.]ts$' },
    ),
    ban(
      'sw-alone',
      'The service worker shares only core/ with the page.',
      { path: '^src/sw/' },
      { path: '^src/(ground|domains|desk|shell)/' },
    ),
    ban(
      'rules-are-pure',
      'types.ts and rules.ts import only each other and the pure rules of the floors below.',
      { path: domain + '(types|rules)[.]ts$' },
      {
        pathNot: [
          '^src/domains/$1/(types|rules)[.]ts$',
          '^src/ground/[^/]+/(types|rules)[.]ts$',
          '^src/core/[^/]+/(types|rules)[.]ts$',
          '^src/core/[^/]+[.]ts$',
        ],
      },
    ),
    ban(
      'table-order',
      'table.ts sees types only.',
      { path: domain + 'table[.]ts$' },
      { path: '^src/domains/$1/', pathNot: '/types[.]ts$' },
    ),
    ban(
      'repo-order',
      'repo.ts sees types, rules, table; never Vue.',
      { path: domain + 'repo[.]ts$' },
      {
        path: [
          '^src/domains/$1/(use|index)[.]ts$',
          '^src/domains/$1/views/',
          'node_modules/(vue|vant|vue-router|vue-i18n)/',
        ],
      },
    ),
    ban(
      'use-order',
      'use.ts sees no view.',
      { path: domain + 'use[.]ts$' },
      { path: ['^src/domains/$1/views/', '^src/domains/$1/index[.]ts$'] },
    ),
    ban(
      'views-know-no-store',
      'A view goes through use.ts: no Dexie, no outbox, no HTTP.',
      { path: domain + 'views/', pathNot: tests },
      {
        path: [
          'node_modules/dexie/',
          '^src/core/(store|outbox|sync|http)/',
          '^src/domains/$1/(repo|table)[.]ts$',
        ],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
