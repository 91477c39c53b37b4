import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'page',
          include: ['test/page/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: './test/e2e/environment.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // What is polled for comes as late as the machine is slow.
          expect: { poll: { timeout: 10_000, interval: 60 } },
          fileParallelism: false,
          isolate: false,
          // A browser on a busy machine may be late once; what is wrong is wrong twice.
          retry: 1,
        },
      },
    ],
  },
});
