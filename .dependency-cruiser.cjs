/** Imports point one way: main → adapters, bot-flows, web-link → app → domain (docs/architecture.md). */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'Domain rules know neither I/O nor the outer rings; number libraries only.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        pathNot: '^src/domain/|node_modules/(cpf-cnpj-validator|libphonenumber-js)/',
      },
    },
    {
      name: 'app-sees-domain-only',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { pathNot: '^src/(app|domain)/' },
    },
    {
      name: 'adapters-see-app-and-domain',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^(src|bot-flows|web-link)/', pathNot: '^src/(app|domain)/|^src/adapters/$1/' },
    },
    {
      name: 'bot-flows-see-app-and-domain',
      severity: 'error',
      from: { path: '^bot-flows/' },
      to: { path: '^(src|web-link)/', pathNot: '^src/(app|domain)/' },
    },
    {
      name: 'web-link-sees-app-and-domain',
      severity: 'error',
      from: { path: '^web-link/' },
      to: { path: '^(src|bot-flows)/', pathNot: '^src/(app|domain)/' },
    },
    {
      name: 'config-stands-alone',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^(src|bot-flows|web-link)/', pathNot: '^src/config/' },
    },
    {
      name: 'only-main-composes',
      severity: 'error',
      from: { path: '^(src|bot-flows|web-link)/', pathNot: '^src/(main|dev)/' },
      to: { path: '^src/(main|dev)/' },
    },
    {
      name: 'production-never-sees-dev',
      severity: 'error',
      from: { path: '^(src|bot-flows|web-link)/', pathNot: '^src/dev/' },
      to: { path: '^src/dev/|^test/' },
    },
    {
      name: 'production-needs-production-packages',
      severity: 'error',
      from: { path: '^(src|bot-flows|web-link)/', pathNot: '^src/dev/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'src/adapters/postgres/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'import', 'node', 'default'],
    },
  },
};
