/** Who may know whom: nothing imports upwards (docs/architecture.md, "The map"). */
const rooms = [
  'policy',
  'domain',
  'letters',
  'intake',
  'adapters',
  'systems',
  'recipients',
  'package',
  'functions',
  'workflows',
  'infra',
  'web',
  'local',
  'demo',
  'bin',
]

/** What each room may import besides itself and packages. Types of functions/contract/ are the words that all share. */
const may = {
  // policy/in-force.ts reads `#policy`: the demo company's file here, the policy's own JSON in a bundle.
  policy: [],
  domain: ['policy'],
  letters: ['policy', 'domain'],
  intake: ['policy', 'domain'],
  web: ['policy'],
  adapters: ['domain', 'policy'],
  systems: ['domain', 'policy'],
  recipients: ['domain', 'policy'],
  package: ['domain', 'policy', 'web'],
  functions: ['domain', 'intake', 'adapters', 'systems', 'recipients', 'package', 'policy', 'letters', 'web'],
  workflows: [],
  infra: ['workflows', 'policy', 'web'],
  local: [],
}

module.exports = {
  forbidden: [
    ...Object.entries(may).map(([room, known]) => ({
      name: `${room}-knows-too-much`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: {
        path: `^(${rooms.filter((other) => other !== room && !known.includes(other)).join('|')})/`,
        pathNot: '^(functions/contract/(desk/)?[a-z-]+\\.ts|(systems|recipients)/contract\\.ts|demo/policy\\.json)$',
      },
    })),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: '^(\\.dependency-cruiser\\.cjs|vitest\\.config\\.ts|adapters/nodemailer/|policy/promises\\.ts$|test/)',
      },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment:
        'No I/O, no AWS; clock and randomness: biome.json. (draw-lifecycle.ts is the script that writes the page.)',
      severity: 'error',
      from: { path: '^domain/', pathNot: '^domain/draw-lifecycle\\.ts$' },
      to: { path: '^(node:)?(fs|http|https|net|child_process|timers|os|path)|@aws-sdk' },
    },
    {
      name: 'no-development-packages-in-what-deploys',
      severity: 'error',
      from: {
        path: '^(policy|domain|letters|intake|adapters|systems|recipients|package|functions|web)/',
        pathNot: '^(systems|recipients)/contract',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types' },
    },
    { name: 'not-found', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^aws-lambda$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|\\.oblige|coverage|node_modules/\\.cache)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
