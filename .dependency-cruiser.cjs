/** The arrows of CONTRIBUTING.md, "Where code may reach". Each rule has one planted violation in tests/house/fences.test.ts. */
const inTests = '(\\.test\\.tsx?$|^tests/)'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ may import only itself and the schema library.',
      severity: 'error',
      from: { path: '^shared/', pathNot: inTests },
      to: { pathNot: '^(shared/|node_modules/zod/)' },
    },
    {
      name: 'client-not-server',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^sync-server/' },
    },
    {
      name: 'server-not-client',
      severity: 'error',
      from: { path: '^sync-server/', pathNot: inTests },
      to: { path: '^client/' },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { pathNot: inTests }, to: { path: '^tests/' } },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/', pathNot: inTests },
      to: { path: '^client/features/([^/]+)/', pathNot: '^client/features/$1/' },
    },
    {
      name: 'features-not-app',
      severity: 'error',
      from: { path: '^client/(features|data|ui|i18n|platform)/', pathNot: inTests },
      to: { path: '^client/app/' },
    },
    {
      name: 'data-not-screens',
      severity: 'error',
      from: { path: '^client/data/', pathNot: inTests },
      to: { path: '^client/(features|ui)/' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^client/ui/', pathNot: inTests },
      to: { path: '^(shared/|client/(data|features)/)' },
    },
    {
      name: 'replica-behind-bridge',
      comment: 'The page talks to the worker through data/bridge only.',
      severity: 'error',
      from: { path: '^client/(app|features|ui)/', pathNot: inTests },
      to: { path: '^client/data/replica/', pathNot: '^client/data/replica/worker\\.ts$' },
    },
    {
      name: 'pouchdb-only-in-replica',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/data/replica/|' + inTests },
      to: { path: 'node_modules/pouchdb' },
    },
    {
      name: 'dexie-only-in-read-model-and-desk',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/data/(read-model|desk)/|' + inTests },
      to: { path: 'node_modules/dexie' },
    },
    {
      name: 'nano-only-in-couch',
      severity: 'error',
      from: { path: '^sync-server/', pathNot: '^sync-server/couch/|' + inTests },
      to: { path: 'node_modules/nano/' },
    },
    {
      name: 'pouchdb-server-only-in-embedded',
      severity: 'error',
      from: { path: '^sync-server/', pathNot: '^sync-server/embedded/|' + inTests },
      to: { path: 'node_modules/(pouchdb|leveldown)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist|^data/|node_modules/.*/node_modules)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'default'],
    },
  },
}
