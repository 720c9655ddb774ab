import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { notices } from './scripts/notices/plugin.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    plugins: [notices(import.meta.dirname)],
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: ['ws', 'zod', 'csv-parse', 'iconv-lite', 'jschardet', 'uuid'] },
      rollupOptions: {
        input: {
          electron: at('src/main/hosts/electron/main.ts'),
          loopback: at('src/main/hosts/loopback/main.ts'),
          cli: at('src/main/hosts/cli/main.ts'),
          worker: at('src/main/workers/entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: at('src/main/hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), notices(import.meta.dirname)],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
