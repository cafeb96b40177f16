// How the tests run: sources are read directly (no build needed), and the last line counts what passed and failed.
import { availableParallelism } from 'node:os';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { countReporter } from './scripts/count-reporter.ts';

const conditions = ['source', 'module', 'node', 'development|production'];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    reporters: [process.stdout.isTTY ? 'default' : 'dot', countReporter],
    // Half of the time went into loading the same modules for each file anew. None of ours keeps state, so files may share a process.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default config;
