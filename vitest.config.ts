// How the tests run: sources are read directly (no build needed), and the last line counts what passed and failed.
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { countReporter } from './scripts/count-reporter.ts';

const conditions = ['source', 'module', 'node', 'development|production'];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    reporters: [process.stdout.isTTY ? 'default' : 'dot', countReporter],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default config;
