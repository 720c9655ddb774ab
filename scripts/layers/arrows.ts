import { isTest } from './module.ts';
import type { Import, Module } from './module.ts';
import type { Rule } from './rule.ts';

/**
 * Layers by the start of their path; the first that fits counts. `main/hosts/X` is a layer of its own for each X, and so is
 * `renderer/desks/X`.
 */
const layers: readonly (readonly [RegExp, string])[] = [
  [/^src\/shared\//, 'shared'],
  [/^src\/renderer\/(desks\/[^/]+)\//, 'desk'],
  [/^src\/renderer\/(frame|desks|parts|actions|state|components|editor|transport|styles)\//, 'window'],
  [/^src\/renderer\/[^/]+$/, 'page'],
  [/^src\/main\/(hosts\/[^/]+)\//, 'host'],
  [/^src\/main\/desks\//, 'program'],
  [/^src\/main\/(app|services|store|formats|jobs|workers)\//, 'part'],
];

/** What a desk of the window stands on. */
const belowDesks = ['parts', 'actions', 'state', 'components', 'editor', 'shared'];

/** What each layer may import besides itself. No host and no desk imports another one. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  page: ['frame', 'styles', 'shared'],
  frame: ['desks', 'desk', ...belowDesks, 'transport'],
  desks: ['desk'],
  desk: belowDesks,
  parts: ['actions', 'state', 'components', 'editor', 'shared'],
  actions: ['state', 'components', 'editor', 'transport', 'shared'],
  state: ['transport', 'shared'],
  components: ['shared'],
  editor: ['shared'],
  transport: ['shared'],
  styles: [],
  store: ['shared'],
  formats: ['shared'],
  workers: ['program', 'store', 'shared'],
  jobs: ['workers', 'formats', 'store', 'shared'],
  services: ['store', 'formats', 'jobs', 'workers', 'app', 'shared'],
  app: ['services', 'store', 'jobs', 'workers', 'shared'],
  program: ['hosts/cli', 'services', 'jobs', 'workers', 'app', 'shared'],
  host: ['program', 'app', 'hosts/shared', 'shared'],
};

/** The name of the layer that a path stands in, null outside of all. */
function layerOf(path: string): string | null {
  for (const [pattern, name] of layers) {
    const match = pattern.exec(path);
    if (match !== null) return match[1] ?? name;
  }
  return null;
}

/** What the layer is one of: `desk` for `desks/coding`. */
function kindOf(layer: string): string {
  if (layer.startsWith('hosts/')) return 'host';
  return layer.startsWith('desks/') ? 'desk' : layer;
}

function isAllowed(from: string, to: string): boolean {
  const allowed = arrows[kindOf(from)] ?? [];
  return allowed.includes(to) || (to.startsWith('desks/') && allowed.includes('desk'));
}

/**
 * Services take types alone from the app and the formats, but for the two modules that are made for them; actions take types alone
 * from components and the editor.
 */
function isNarrowEnough(from: string, to: string, { path, typeOnly }: Import): boolean {
  if (typeOnly) return true;
  if (from === 'actions') return to !== 'components' && to !== 'editor';
  if (from !== 'services') return true;
  if (to === 'app') return path === 'src/main/app/handlers.ts';
  return to !== 'formats' || path === 'src/main/formats/texts/registry.ts';
}

function checkImport(module: Module, from: string, one: Import): string[] {
  if (one.path === null) return [];
  const to = layerOf(one.path);
  const place = `${module.path}:${one.line}`;
  if (to === null) return [`${place} imports ${one.path}, which stands in no layer`];
  if (to === from) return [];
  if (to === 'program' && from === 'workers' && module.path !== 'src/main/workers/entry.ts') {
    return [`${place} only entry.ts may import the desks (${one.path})`];
  }
  if (!isAllowed(from, to)) return [`${place} ${from} must not import ${to} (${one.path})`];
  return isNarrowEnough(from, to, one) ? [] : [`${place} ${from} may take only types from ${one.path}`];
}

export const arrowsRule: Rule = {
  name: 'imports follow the arrows between the layers',
  check(module) {
    if (isTest(module.path) || module.path.startsWith('bench/')) return [];
    const layer = layerOf(module.path);
    if (layer === null) return [`${module.path} stands in no layer`];
    return module.imports.flatMap((one) => checkImport(module, layer, one));
  },
  broken: [
    { path: 'src/shared/text/a.ts', text: "import { open } from '../../main/store/database.ts';" },
    { path: 'src/shared/text/a.ts', text: "type Row = import('../../main/store/rows.ts').Row;" },
    { path: 'src/renderer/state/a.ts', text: "import type { Store } from '../../main/store/database.ts';" },
    { path: 'src/renderer/state/a.ts', text: "const store = await import('../../main/store/database.ts');" },
    { path: 'src/renderer/a.ts', text: "import { desks } from './desks/all.ts';" },
    { path: 'src/renderer/desks/coding/a.ts', text: "import type { Choice } from '../export/dialogs/choice.ts';" },
    { path: 'src/renderer/desks/coding/a.ts', text: "import { desks } from '../all.ts';" },
    { path: 'src/renderer/desks/coding/a.ts', text: "declare module '../export/desk.ts' { interface A { b: true } }" },
    { path: 'src/renderer/desks/coding/a.ts', text: "import { Header } from '../../frame/header/Header.tsx';" },
    { path: 'src/renderer/desks/coding/a.ts', text: "import { connect } from '../../transport/client.ts';" },
    { path: 'src/renderer/parts/a.ts', text: "import { codingDesk } from '../desks/coding/desk.ts';" },
    { path: 'src/renderer/actions/a.ts', text: "import { Menu } from '../components/Menu.tsx';" },
    { path: 'src/renderer/actions/a.ts', text: "import { FileBrowser } from '../parts/FileBrowser.tsx';" },
    { path: 'src/renderer/state/a.ts', text: "import { send } from '../actions/ask.ts';" },
    { path: 'src/renderer/components/a.ts', text: "import { useUi } from '../state/ui.ts';" },
    { path: 'src/renderer/editor/a.ts', text: "import type { Ui } from '../state/ui.ts';" },
    { path: 'src/renderer/transport/a.ts', text: "import { client } from '../state/client.ts';" },
    { path: 'src/renderer/styles/a.ts', text: "import type { Ui } from '../state/ui.ts';" },
    { path: 'src/main/store/a.ts', text: "export { find } from '../services/documents.ts';" },
    { path: 'src/main/formats/text/a.ts', text: "import { Pool } from '../../workers/pool.ts';" },
    { path: 'src/main/workers/a.ts', text: "import { allJobs } from '../desks/all.ts';" },
    { path: 'src/main/workers/a.ts', text: "import { createApp } from '../app/createApp.ts';" },
    { path: 'src/main/services/a.ts', text: "import { createApp } from '../app/createApp.ts';" },
    { path: 'src/main/services/a.ts', text: "import { decode } from '../formats/texts/encoding/decode.ts';" },
    { path: 'src/main/services/a.ts', text: "import { serve } from '../hosts/loopback/serve.ts';" },
    { path: 'src/main/app/a.ts', text: "import { methodTable } from '../desks/all.ts';" },
    { path: 'src/main/services/a.ts', text: "import { methodTable } from '../desks/all.ts';" },
    { path: 'src/main/desks/a.ts', text: "import { open } from '../store/database.ts';" },
    { path: 'src/main/app/a.ts', text: "import { formats } from '../formats/texts/registry.ts';" },
    { path: 'src/main/hosts/cli/a.ts', text: "import { serve } from '../loopback/serve.ts';" },
    { path: 'src/main/hosts/cli/a.ts', text: "import { open } from '../../store/database.ts';" },
    { path: 'src/main/hosts/cli/a.ts', text: "import { root } from '../../../../scripts/paths.ts';" },
    { path: 'src/main/a.ts', text: 'export const place = 1;' },
  ],
  sound: [
    { path: 'src/renderer/frame/a.ts', text: "import { desks } from '../desks/all.ts';" },
    { path: 'src/renderer/frame/a.ts', text: "import { ReaderPanel } from '../desks/coding/reader/ReaderPanel.tsx';" },
    { path: 'src/renderer/desks/all.ts', text: "import { codingDesk } from './coding/desk.ts';" },
    { path: 'src/renderer/desks/coding/a.ts', text: "import { FileBrowser } from '../../parts/FileBrowser.tsx';" },
    { path: 'src/renderer/actions/a.ts', text: "import type { MenuEntry } from '../components/Menu.tsx';" },
    { path: 'src/renderer/state/a.ts', text: "import { at } from '../../shared/text/offsets.ts';" },
    { path: 'src/main/workers/entry.ts', text: "import { allJobs } from '../desks/all.ts';" },
    { path: 'src/main/desks/a.ts', text: "const verb = import('../hosts/cli/verbs/new.ts');" },
    { path: 'src/main/hosts/loopback/a.ts', text: "import { methodTable } from '../../desks/all.ts';" },
    { path: 'src/main/services/a.ts', text: "import type { App } from '../app/createApp.ts';" },
    { path: 'src/main/services/a.ts', text: "import { define } from '../app/handlers.ts';" },
    { path: 'src/main/services/a.ts', text: "import { formats } from '../formats/texts/registry.ts';" },
    { path: 'src/main/services/a.ts', text: "import { type Format } from '../formats/texts/importer.ts';" },
    { path: 'src/main/hosts/cli/a.ts', text: "import { open } from '../shared/openFiles.ts';" },
    { path: 'src/main/hosts/cli/a.test.ts', text: "import { serve } from '../loopback/serve.ts';" },
  ],
};
