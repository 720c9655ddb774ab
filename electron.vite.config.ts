import { resolve } from 'node:path';
import babel from '@rolldown/plugin-babel';
import react, { reactCompilerPreset } from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { notices } from './scripts/notices/plugin.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Where the program is built to; tests build it elsewhere in the pseudo language. */
const out = process.env.GALLEY_OUT ?? 'out';
/** The words that are built in, by the conditions that package.json names: a language other than English. */
const words = process.env.GALLEY_WORDS === undefined ? [] : [process.env.GALLEY_WORDS];

export default defineConfig({
  main: {
    ssr: { resolve: { conditions: [...words, ...defaultServerConditions] } },
    plugins: [notices(import.meta.dirname)],
    build: {
      outDir: `${out}/main`,
      externalizeDeps: { exclude: ['ws', 'zod', 'csv-parse', 'iconv-lite', 'jschardet', 'uuid'] },
      rollupOptions: {
        input: {
          electron: at('src/main/hosts/electron/main.ts'),
          loopback: at('src/main/hosts/loopback/main.ts'),
          cli: at('src/main/hosts/cli/main.ts'),
          worker: at('src/main/workers/entry.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What every start needs in two files rather than in sixty: finding and opening them takes longer than reading them. What a
          // desk alone needs stays apart.
          codeSplitting: {
            groups: [
              {
                name: 'base',
                minShareCount: 16,
                test: new RegExp(
                  String.raw`[\\/]src[\\/](shared[\\/](?!stats|api|words[\\/]english[\\/](window|cli))|main[\\/]store)|node_modules[\\/](zod|uuid)[\\/]`,
                ),
              },
              { name: 'core', test: /[\\/]src[\\/]main[\\/]app/ },
            ],
          },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      rollupOptions: {
        input: { preload: at('src/main/hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    resolve: { conditions: [...words, ...defaultClientConditions] },
    plugins: [react(), babel({ presets: [reactCompilerPreset()] }), notices(import.meta.dirname)],
    build: {
      outDir: at(`${out}/renderer`),
      minify: true,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
