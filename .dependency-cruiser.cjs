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
      name: 'nothing-imports-the-chat',
      comment:
        'A message from a chat uses the other parts of the application; no part of it uses the chat.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: '^src/app/chat/' },
      to: { path: '^src/app/chat/' },
    },
    {
      name: 'sign-in-then-proof-then-session',
      comment:
        'Ways in use proofs and sessions; proofs use sessions; none of them the other way round.',
      severity: 'error',
      from: { path: '^src/app/(proof|session|delivery|shared)/' },
      to: { path: '^src/app/(sign-in|account|admin|upkeep)/' },
    },
    {
      name: 'sessions-know-no-proof',
      severity: 'error',
      from: { path: '^src/app/(session|delivery|shared)/' },
      to: { path: '^src/app/proof/' },
    },
    {
      name: 'account-and-admin-know-no-way-in',
      comment: 'They go through the list of all ways in; none of them is named.',
      severity: 'error',
      from: { path: '^src/app/(account|admin)/' },
      to: { path: '^src/app/sign-in/', pathNot: '^src/app/sign-in/methods?\\.ts$' },
    },
    {
      name: 'ways-in-stand-apart',
      comment:
        'Each way in is a folder that knows no other one; a link is what password and Google send.',
      severity: 'error',
      from: { path: '^src/app/sign-in/([^/]+)/' },
      to: {
        path: '^src/app/sign-in/',
        pathNot: '^src/app/sign-in/(($1|link)/|(method|whatsapp-number)\\.ts$)',
      },
    },
    {
      name: 'a-method-knows-only-ports',
      comment:
        'Account and admin go through the list of ways in: a method that knew them would know itself.',
      severity: 'error',
      from: {
        path: [
          '^src/app/sign-in/(method|methods|whatsapp-number)[.]ts$',
          '^src/app/sign-in/[^/]+/method[.]ts$',
        ],
      },
      to: {
        path: '^src/app/',
        pathNot: [
          '^src/app/(ports|shared)/',
          '^src/app/sign-in/(method|whatsapp-number)[.]ts$',
          '^src/app/sign-in/[^/]+/method[.]ts$',
        ],
      },
    },
    {
      name: 'use-cases-know-no-reader',
      comment:
        'A use case emits what happened; who reads it is composed (src/app/events/readers.ts).',
      severity: 'error',
      from: { path: '^src/app/', pathNot: '^src/app/events/' },
      to: { path: '^src/app/events/' },
    },
    {
      name: 'ports-know-no-use-case',
      severity: 'error',
      from: { path: '^src/app/ports/' },
      to: { path: '^src/app/', pathNot: '^src/app/ports/' },
    },
    {
      name: 'what-all-pages-share-knows-no-page',
      severity: 'error',
      from: { path: '^web-link/(http|ui|words)/' },
      to: { path: '^web-link/(account|admin|google|login|password|site)/' },
    },
    {
      name: 'pages-of-the-admin-stand-apart',
      severity: 'error',
      from: { path: '^web-link/(account|google|login|password|site)/' },
      to: { path: '^web-link/admin/' },
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
