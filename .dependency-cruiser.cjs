/** Which room may import which. Each comment speaks to whoever broke the rule. */
const pure = (room, allowed, comment) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [`^src/(${[room, ...allowed].join('|')})/`] },
});

module.exports = {
  forbidden: [
    pure(
      'domain',
      [],
      'The domain knows numbers and days only. Hand it plain values; what reads tabs belongs to records/.',
    ),
    pure('records', ['domain'], 'Records turn rows into facts. What to do about a fact belongs to watch/.'),
    pure(
      'watch',
      ['domain', 'records'],
      'Decisions are made from records, state and now. Effects belong to google/, wording to messages/.',
    ),
    pure('messages', ['domain', 'records', 'watch'], 'A message is rendered from a decision that was already made.'),
    pure('reports', ['domain', 'records', 'watch'], 'A report is plain data made from records.'),
    pure(
      'functions',
      ['domain', 'records'],
      'A cell function reads its arguments and asks the domain. It has no services.',
    ),
    {
      name: 'catalogue-imports',
      severity: 'error',
      comment:
        'The catalogue says what each cell function is for. How it is computed belongs to functions/ and domain/.',
      from: { path: '^src/catalogue/' },
      to: { path: '^src/', pathNot: '^src/(functions/|google/zone[.]ts$)' },
    },
    {
      name: 'connect-imports',
      severity: 'error',
      comment: 'A connector builds requests and reads answers: plain data in and out. google/ sends them.',
      from: { path: '^src/connect/' },
      to: { path: '^src/', pathNot: '^src/(connect|domain|records|messages|watch)/' },
    },
    {
      name: 'connect-knows-types-only',
      severity: 'error',
      comment: 'A connector may know what a message or a decision looks like; it renders and decides nothing itself.',
      from: { path: '^src/connect/' },
      to: { path: '^src/(messages|watch)/', dependencyTypesNot: ['type-only'] },
    },
    pure(
      'google',
      ['domain', 'records', 'watch', 'reports', 'messages', 'connect'],
      'google/ carries out what others decided; it starts nothing of its own. Move the decision to jobs/ or watch/.',
    ),
    pure(
      'jobs',
      ['domain', 'records', 'watch', 'reports', 'messages', 'connect', 'functions', 'google'],
      'A job reads, parses, decides and performs. It does not know the sidebar or the list of globals.',
    ),
    pure(
      'sidebar-api',
      ['domain', 'records', 'watch', 'reports', 'messages', 'connect', 'functions', 'google', 'jobs'],
      'The sidebar-api answers requests; main.ts alone lists the globals.',
    ),
    {
      name: 'sidebar-knows-types-only',
      severity: 'error',
      comment:
        'The sidebar runs in a browser. It may know the types of sidebar-api and must ask the server for everything else.',
      from: { path: '^sidebar/' },
      to: { path: '^src/', pathNot: '^src/sidebar-api/protocol(-okr|-review|-set-up|-watch)?[.]ts$' },
    },
    {
      name: 'workbench-loads-dist',
      severity: 'error',
      comment: 'The workbench stands in for Google and gets the built files only, else it would test something else.',
      from: { path: '^workbench/' },
      to: { path: '^(src|sidebar)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or need a third. (Types alone may point both ways.)',
      // Google's own objects point at each other: a Range knows its Sheet, which gives Ranges.
      from: { pathNot: '^workbench/apps-script/services/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'production-dependencies',
      severity: 'error',
      comment: 'Only a few libraries go into the bundle. Add one here with its reason in ARCHITECTURE.md.',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev'],
        pathNot: 'node_modules/(temporal-polyfill|preact|preact-render-to-string)/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'src/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
