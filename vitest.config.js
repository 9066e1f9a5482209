import { defineConfig } from 'vitest/config';

/** What no process zone can change, and what takes a while: under one zone is enough. */
const ONCE = [
  ...['test/bench/*.test.ts', 'test/docs/*.test.ts', 'test/bundle/long-ranges.test.ts'],
  ...['test/bundle/public-surface.test.ts', 'test/workbench/serve.test.ts', 'test/workbench/other-conventions.test.ts'],
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...ONCE],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'once',
          include: ONCE,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
