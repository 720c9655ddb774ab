/** Where a key works: in the whole window, or only while the reader has the focus. */
export type ActionScope = 'global' | 'reader';

/** The menus, in their order. */
export const menuPlaces = ['file', 'edit', 'view', 'code', 'go', 'form', 'reliability', 'help'] as const;

export type MenuPlace = (typeof menuPlaces)[number];

/** What the table says of one action. What it does is the window's business; what it is called stands in the words. */
type ActionShape = {
  /** Area and verb, stable: menus, scripts and tests name actions by it. */
  readonly id: string;
  readonly scope: ActionScope;
  /**
   * Default keys, the first is the one to show. Modifiers in the order `Mod` (Ctrl, on macOS Cmd), `Alt`, `Shift`, then a
   * key: a capital letter, a digit, `Plus`, `Minus`, `Space`, `.`, `?`, or a named key of the DOM (`Enter`, `ArrowDown`,
   * `F6`). With `Alt` a digit means the physical key, because macOS types other characters there. Keys without `Mod` and
   * `Alt` (function keys apart) belong to the text in a text field.
   */
  readonly keys: readonly string[];
  /** Its menu; actions of one group stand together between separators, in the order of the table. */
  readonly menu: { readonly place: MenuPlace; readonly group: number } | null;
  /** Whether the command palette lists it. */
  readonly palette: boolean;
};

type Where = Pick<ActionShape, 'menu' | 'palette' | 'scope'>;

const inMenu = (place: MenuPlace, group: number, scope: ActionScope = 'global'): Where => ({
  menu: { place, group },
  palette: true,
  scope,
});
const readerOnly: Where = { menu: null, palette: true, scope: 'reader' };
/** For what stands in a menu of its own, as a list's row has. */
const paletteOnly: Where = { menu: null, palette: true, scope: 'global' };
const keyOnly: Where = { menu: null, palette: false, scope: 'global' };

/**
 * Every action of a user, in the order of the menus. No key is a bare letter or digit: in the reader a letter opens the
 * code picker and a digit applies a pinned code. No key is `Mod+Alt`, which is AltGr on many keyboards.
 */
export const actions = [
  { id: 'project.new', keys: ['Mod+N'], ...inMenu('file', 1) },
  { id: 'project.open', keys: ['Mod+O'], ...inMenu('file', 1) },
  { id: 'project.openSample', keys: [], ...inMenu('file', 1) },
  { id: 'project.rename', keys: [], ...paletteOnly },
  { id: 'project.close', keys: [], ...inMenu('file', 1) },
  { id: 'import.files', keys: ['Mod+I'], ...inMenu('file', 2) },
  { id: 'import.folder', keys: ['Mod+Shift+O'], ...inMenu('file', 2) },
  { id: 'export.data', keys: ['Mod+E'], ...inMenu('file', 2) },
  { id: 'project.package', keys: [], ...inMenu('file', 2) },
  { id: 'project.reattach', keys: [], ...inMenu('file', 2) },
  { id: 'codebook.import', keys: [], ...inMenu('file', 3) },
  { id: 'codebook.export', keys: [], ...inMenu('file', 3) },
  { id: 'project.backups', keys: ['Alt+R'], ...inMenu('file', 4) },
  { id: 'project.verify', keys: [], ...inMenu('file', 4) },

  { id: 'edit.undo', keys: ['Mod+Z'], ...inMenu('edit', 1) },
  { id: 'edit.redo', keys: ['Mod+Shift+Z', 'Mod+Y'], ...inMenu('edit', 1) },
  { id: 'text.correct', keys: [], ...inMenu('edit', 4) },
  { id: 'edit.find', keys: ['Mod+F'], ...inMenu('edit', 2) },

  { id: 'view.palette', keys: ['Mod+K'], menu: { place: 'view', group: 1 }, palette: false, scope: 'global' },
  { id: 'view.documents', keys: ['Alt+1'], ...inMenu('view', 2) },
  { id: 'view.reader', keys: ['Alt+2'], ...inMenu('view', 2) },
  { id: 'view.codes', keys: ['Alt+3'], ...inMenu('view', 2) },
  { id: 'view.drawer', keys: ['Alt+4'], ...inMenu('view', 2) },
  { id: 'view.form', keys: ['Alt+5'], ...inMenu('view', 2) },
  { id: 'view.codebook', keys: ['Alt+6'], ...inMenu('view', 2) },
  { id: 'view.reliability', keys: ['Alt+7'], ...inMenu('view', 2) },
  { id: 'view.nextRegion', keys: ['F6'], ...keyOnly },
  { id: 'view.previousRegion', keys: ['Shift+F6'], ...keyOnly },
  { id: 'view.segments', keys: ['Mod+Shift+S'], ...inMenu('view', 3) },
  { id: 'view.search', keys: ['Mod+Shift+F'], ...inMenu('view', 3) },
  { id: 'view.history', keys: ['Mod+Shift+H'], ...inMenu('view', 3) },
  { id: 'view.tasks', keys: ['Mod+Shift+Y'], ...inMenu('view', 3) },
  { id: 'view.compare', keys: ['Alt+B'], ...inMenu('view', 6) },
  { id: 'view.focusMode', keys: ['Alt+Z'], ...inMenu('view', 6) },
  { id: 'view.theme.system', keys: [], ...inMenu('view', 4) },
  { id: 'view.theme.light', keys: [], ...inMenu('view', 4) },
  { id: 'view.theme.dark', keys: [], ...inMenu('view', 4) },
  { id: 'view.textLarger', keys: ['Alt+Plus'], ...inMenu('view', 5) },
  { id: 'view.textSmaller', keys: ['Alt+Minus'], ...inMenu('view', 5) },
  { id: 'view.textReset', keys: ['Alt+0'], ...inMenu('view', 5) },
  { id: 'view.measureWider', keys: ['Alt+W'], ...inMenu('view', 5) },
  { id: 'view.measureNarrower', keys: ['Alt+Shift+W'], ...inMenu('view', 5) },
  { id: 'view.measureReset', keys: [], ...inMenu('view', 5) },

  { id: 'code.pick', keys: ['Enter'], ...inMenu('code', 1, 'reader') },
  { id: 'code.repeatLast', keys: ['.', 'Mod+Enter'], ...inMenu('code', 1, 'reader') },
  { id: 'code.inVivo', keys: ['Alt+V'], ...inMenu('code', 1) },
  { id: 'code.new', keys: ['Mod+Shift+K'], ...inMenu('code', 1) },
  { id: 'search.codeHits', keys: [], ...inMenu('code', 1) },
  { id: 'code.change', keys: ['F2'], ...inMenu('code', 2, 'reader') },
  { id: 'code.memo', keys: ['Mod+Shift+M'], ...inMenu('code', 2, 'reader') },
  { id: 'code.remove', keys: ['Delete', 'Backspace'], ...inMenu('code', 2, 'reader') },
  { id: 'code.unite', keys: ['Alt+J'], ...inMenu('code', 2) },
  { id: 'code.link', keys: ['Alt+L'], ...inMenu('code', 2) },
  { id: 'code.copyWithSource', keys: ['Mod+Shift+C'], ...inMenu('code', 2) },
  { id: 'code.toSelection', keys: ['Alt+S'], ...inMenu('code', 3, 'reader') },
  { id: 'code.trim', keys: [], ...inMenu('code', 3) },
  { id: 'code.startEarlier', keys: ['Alt+ArrowLeft'], ...inMenu('code', 3, 'reader') },
  { id: 'code.startLater', keys: ['Alt+ArrowRight'], ...inMenu('code', 3, 'reader') },
  { id: 'code.endEarlier', keys: ['Alt+Shift+ArrowLeft'], ...inMenu('code', 3, 'reader') },
  { id: 'code.endLater', keys: ['Alt+Shift+ArrowRight'], ...inMenu('code', 3, 'reader') },
  // Home is the start and End the end; alone the coding grows, with Shift it shrinks.
  { id: 'code.startEarlierByCharacter', keys: ['Alt+Home'], ...readerOnly },
  { id: 'code.startLaterByCharacter', keys: ['Alt+Shift+Home'], ...readerOnly },
  { id: 'code.endEarlierByCharacter', keys: ['Alt+Shift+End'], ...readerOnly },
  { id: 'code.endLaterByCharacter', keys: ['Alt+End'], ...readerOnly },
  { id: 'codebook.takeExample', keys: ['Alt+X'], ...inMenu('code', 2) },
  { id: 'codebook.newVariable', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.merge', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.split', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.archive', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.publish', keys: [], ...inMenu('code', 6) },
  { id: 'codebook.check', keys: ['Alt+K'], ...inMenu('code', 6) },
  { id: 'codebook.names', keys: [], ...inMenu('code', 6) },
  { id: 'codebook.addTemplate', keys: [], ...inMenu('code', 6) },
  { id: 'coder.identify', keys: [], ...inMenu('code', 4) },

  { id: 'go.nextSentence', keys: ['Alt+ArrowDown'], ...inMenu('go', 1, 'reader') },
  { id: 'go.previousSentence', keys: ['Alt+ArrowUp'], ...inMenu('go', 1, 'reader') },
  { id: 'go.nextParagraph', keys: ['Mod+ArrowDown'], ...inMenu('go', 1, 'reader') },
  { id: 'go.previousParagraph', keys: ['Mod+ArrowUp'], ...inMenu('go', 1, 'reader') },
  { id: 'go.nextAnnotation', keys: ['F8'], ...inMenu('go', 2) },
  { id: 'go.previousAnnotation', keys: ['Shift+F8'], ...inMenu('go', 2) },
  { id: 'go.uncodedParagraph', keys: ['Alt+U'], ...inMenu('go', 2) },
  { id: 'go.nextDifference', keys: ['F9'], ...inMenu('go', 4) },
  { id: 'go.previousDifference', keys: ['Shift+F9'], ...inMenu('go', 4) },
  { id: 'go.offset', keys: ['Mod+G'], ...inMenu('go', 2) },
  { id: 'go.nextDocument', keys: ['Alt+PageDown'], ...inMenu('go', 3) },
  { id: 'go.previousDocument', keys: ['Alt+PageUp'], ...inMenu('go', 3) },
  { id: 'go.nextUncoded', keys: ['Alt+Shift+PageDown'], ...inMenu('go', 3) },
  { id: 'select.sentence', keys: ['Space'], ...inMenu('edit', 3, 'reader') },
  { id: 'select.paragraph', keys: ['Shift+Space'], ...inMenu('edit', 3, 'reader') },
  { id: 'select.extendSentence', keys: ['Alt+Shift+ArrowDown'], ...inMenu('edit', 3, 'reader') },
  { id: 'select.extendWord', keys: ['Mod+Shift+ArrowRight'], ...inMenu('edit', 3, 'reader') },
  { id: 'select.shrinkWord', keys: ['Mod+Shift+ArrowLeft'], ...inMenu('edit', 3, 'reader') },

  { id: 'form.nextUnanswered', keys: ['Alt+N'], ...inMenu('form', 1) },
  { id: 'form.point', keys: ['Alt+E'], ...inMenu('form', 1) },
  { id: 'form.absent', keys: ['Alt+A'], ...inMenu('form', 2) },
  { id: 'form.notApplicable', keys: ['Alt+Shift+A'], ...inMenu('form', 2) },
  { id: 'form.clear', keys: ['Alt+C'], ...inMenu('form', 2) },
  { id: 'form.finish', keys: ['Alt+D'], ...inMenu('form', 3) },
  { id: 'form.next', keys: ['Alt+T'], ...inMenu('form', 3) },
  { id: 'form.toDo', keys: [], ...inMenu('form', 4) },
  { id: 'form.working', keys: [], ...inMenu('form', 4) },
  { id: 'form.done', keys: ['Alt+Shift+D'], ...inMenu('form', 4) },
  { id: 'form.setAside', keys: ['Alt+Shift+S'], ...inMenu('form', 4) },
  { id: 'form.orderList', keys: [], ...inMenu('form', 5) },
  { id: 'form.orderRandom', keys: [], ...inMenu('form', 5) },
  { id: 'form.newSeed', keys: [], ...inMenu('form', 5) },
  { id: 'documents.setStatus', keys: [], ...inMenu('form', 6) },
  { id: 'documents.assign', keys: [], ...inMenu('form', 6) },
  { id: 'rounds.manage', keys: [], ...inMenu('form', 6) },

  { id: 'documents.selectAll', keys: [], ...inMenu('edit', 4) },
  { id: 'documents.rename', keys: [], ...paletteOnly },
  { id: 'documents.remove', keys: [], ...inMenu('edit', 4) },
  { id: 'documents.filter', keys: ['Mod+Shift+L'], ...inMenu('go', 3) },

  { id: 'reliability.measure', keys: ['Alt+M'], ...inMenu('reliability', 1) },
  { id: 'reliability.cancel', keys: [], ...inMenu('reliability', 1) },
  { id: 'reliability.copyMethods', keys: [], ...inMenu('reliability', 2) },

  { id: 'reliability.export', keys: [], ...inMenu('reliability', 2) },
  { id: 'reliability.startAgreed', keys: [], ...inMenu('reliability', 3) },
  { id: 'reliability.nextMarked', keys: ['Alt+G'], ...inMenu('reliability', 4) },
  { id: 'reliability.previousMarked', keys: ['Alt+Shift+G'], ...inMenu('reliability', 4) },
  { id: 'reliability.openPassage', keys: [], ...inMenu('reliability', 4) },
  { id: 'reliability.unclearRule', keys: [], ...inMenu('reliability', 4) },
  { id: 'reliability.slip', keys: [], ...inMenu('reliability', 4) },
  { id: 'reliability.discuss', keys: [], ...inMenu('reliability', 4) },
  { id: 'reliability.takeFirst', keys: [], ...inMenu('reliability', 5) },
  { id: 'reliability.takeSecond', keys: [], ...inMenu('reliability', 5) },
  { id: 'reliability.takeNeither', keys: [], ...inMenu('reliability', 5) },
  { id: 'reliability.reopen', keys: [], ...inMenu('reliability', 5) },

  { id: 'help.keys', keys: ['?', 'F1'], ...inMenu('help', 1) },
  { id: 'help.reliability', keys: [], ...inMenu('help', 1) },
  { id: 'help.notices', keys: [], ...inMenu('help', 2) },
] as const satisfies readonly ActionShape[];

export type ActionId = (typeof actions)[number]['id'];

/** One row of the table, with its id known. */
export type Action = ActionShape & { readonly id: ActionId };
