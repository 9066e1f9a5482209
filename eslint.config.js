import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

const NO_CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument: take `now` from the caller, so that a test and a replay can choose it.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument: take `now` from the caller, so that a test and a replay can choose it.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance makes a run unrepeatable: use google/ for ids, a seeded generator elsewhere.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'docs/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A record looked up by a key that was just tested is clearer with its index than with a second map.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { FunctionDeclaration: true } }],
      'jsdoc/check-param-names': ['error', { checkDestructured: false, disableMissingParamChecks: true }],
      'jsdoc/check-tag-names': [
        'error',
        { definedTags: ['customfunction', 'OnlyCurrentDoc', 'formula', 'convention', 'otherwise'] },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/google/**'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK] },
  },
  { files: ['sidebar/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK] } },
  { files: ['test/**/*.ts'], rules: { 'no-restricted-syntax': ['error', NO_CLOCK[2]] } },
);
