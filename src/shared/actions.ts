/** Where a key works: in the whole window, or only while the reader has the focus. */
export type ActionScope = 'global' | 'reader';

export type MenuPlace = 'file' | 'edit' | 'view' | 'code' | 'go' | 'form' | 'reliability' | 'help';

/** What the table says of one action. What the action does is the window's business. */
type ActionShape = {
  /** Area and verb, stable: menus, scripts and tests name actions by it. */
  readonly id: string;
  /** As menus and the palette show it; `…` where more is asked before anything happens. */
  readonly label: string;
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
const keyOnly: Where = { menu: null, palette: false, scope: 'global' };

/**
 * Every action of a user, in the order of the menus. No key is a bare letter or digit: in the reader a letter opens the
 * code picker and a digit applies a pinned code. No key is `Mod+Alt`, which is AltGr on many keyboards.
 */
export const actions = [
  { id: 'project.new', label: 'New project…', keys: ['Mod+N'], ...inMenu('file', 1) },
  { id: 'project.open', label: 'Open project…', keys: ['Mod+O'], ...inMenu('file', 1) },
  { id: 'project.openSample', label: 'Open the sample project', keys: [], ...inMenu('file', 1) },
  { id: 'project.close', label: 'Close project', keys: [], ...inMenu('file', 1) },
  { id: 'import.files', label: 'Import files…', keys: ['Mod+I'], ...inMenu('file', 2) },
  { id: 'import.folder', label: 'Import folder…', keys: ['Mod+Shift+O'], ...inMenu('file', 2) },
  { id: 'export.data', label: 'Export data…', keys: ['Mod+E'], ...inMenu('file', 2) },
  { id: 'project.package', label: 'Package without texts…', keys: [], ...inMenu('file', 2) },
  { id: 'project.reattach', label: 'Re-attach a package…', keys: [], ...inMenu('file', 2) },
  { id: 'codebook.import', label: 'Import codebook…', keys: [], ...inMenu('file', 3) },
  { id: 'codebook.export', label: 'Export codebook…', keys: [], ...inMenu('file', 3) },
  { id: 'project.backups', label: 'Backups…', keys: ['Alt+R'], ...inMenu('file', 4) },
  { id: 'project.verify', label: 'Verify project', keys: [], ...inMenu('file', 4) },

  { id: 'edit.undo', label: 'Undo', keys: ['Mod+Z'], ...inMenu('edit', 1) },
  { id: 'edit.redo', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], ...inMenu('edit', 1) },
  { id: 'text.correct', label: 'Correct the text…', keys: [], ...inMenu('edit', 4) },
  { id: 'edit.find', label: 'Find in text', keys: ['Mod+F'], ...inMenu('edit', 2) },

  {
    id: 'view.palette',
    label: 'Command palette',
    keys: ['Mod+K'],
    menu: { place: 'view', group: 1 },
    palette: false,
    scope: 'global',
  },
  { id: 'view.documents', label: 'Go to Documents', keys: ['Alt+1'], ...inMenu('view', 2) },
  { id: 'view.reader', label: 'Go to Reader', keys: ['Alt+2'], ...inMenu('view', 2) },
  { id: 'view.codes', label: 'Go to Codes', keys: ['Alt+3'], ...inMenu('view', 2) },
  { id: 'view.drawer', label: 'Go to Drawer', keys: ['Alt+4'], ...inMenu('view', 2) },
  { id: 'view.form', label: 'Go to Form', keys: ['Alt+5'], ...inMenu('view', 2) },
  { id: 'view.codebook', label: 'Go to Codebook', keys: ['Alt+6'], ...inMenu('view', 2) },
  { id: 'view.reliability', label: 'Go to Reliability', keys: ['Alt+7'], ...inMenu('view', 2) },
  { id: 'view.nextRegion', label: 'Next part of the window', keys: ['F6'], ...keyOnly },
  { id: 'view.previousRegion', label: 'Previous part of the window', keys: ['Shift+F6'], ...keyOnly },
  { id: 'view.segments', label: 'Segments', keys: ['Mod+Shift+S'], ...inMenu('view', 3) },
  { id: 'view.search', label: 'Search', keys: ['Mod+Shift+F'], ...inMenu('view', 3) },
  { id: 'view.history', label: 'History', keys: ['Mod+Shift+H'], ...inMenu('view', 3) },
  { id: 'view.tasks', label: 'Tasks', keys: ['Mod+Shift+Y'], ...inMenu('view', 3) },
  { id: 'view.compare', label: 'Compare two coders side by side', keys: ['Alt+B'], ...inMenu('view', 6) },
  { id: 'view.focusMode', label: 'Focus mode: the text alone', keys: ['Alt+Z'], ...inMenu('view', 6) },
  { id: 'view.theme.system', label: 'Theme: as the system', keys: [], ...inMenu('view', 4) },
  { id: 'view.theme.light', label: 'Theme: light', keys: [], ...inMenu('view', 4) },
  { id: 'view.theme.dark', label: 'Theme: dark', keys: [], ...inMenu('view', 4) },
  { id: 'view.textLarger', label: 'Larger text', keys: ['Alt+Plus'], ...inMenu('view', 5) },
  { id: 'view.textSmaller', label: 'Smaller text', keys: ['Alt+Minus'], ...inMenu('view', 5) },
  { id: 'view.textReset', label: 'Text in its usual size', keys: ['Alt+0'], ...inMenu('view', 5) },
  { id: 'view.measureWider', label: 'Longer lines', keys: ['Alt+W'], ...inMenu('view', 5) },
  { id: 'view.measureNarrower', label: 'Shorter lines', keys: ['Alt+Shift+W'], ...inMenu('view', 5) },
  { id: 'view.measureReset', label: 'Lines in their usual length', keys: [], ...inMenu('view', 5) },

  { id: 'code.pick', label: 'Apply a code…', keys: ['Enter'], ...inMenu('code', 1, 'reader') },
  {
    id: 'code.repeatLast',
    label: 'Apply the last code again',
    keys: ['.', 'Mod+Enter'],
    ...inMenu('code', 1, 'reader'),
  },
  { id: 'code.inVivo', label: 'Make a code of the selected words', keys: ['Alt+V'], ...inMenu('code', 1) },
  { id: 'code.new', label: 'New code…', keys: ['Mod+Shift+K'], ...inMenu('code', 1) },
  { id: 'code.memo', label: 'Memo on the coding', keys: ['Mod+Shift+M'], ...inMenu('code', 2, 'reader') },
  { id: 'code.remove', label: 'Remove the coding', keys: ['Delete', 'Backspace'], ...inMenu('code', 2, 'reader') },
  {
    id: 'code.unite',
    label: 'Unite with the coding that it doubles',
    keys: ['Alt+J'],
    ...inMenu('code', 2),
  },
  { id: 'code.link', label: 'Link the coding…', keys: ['Alt+L'], ...inMenu('code', 2) },
  { id: 'code.startEarlier', label: 'Start one word earlier', keys: ['Alt+ArrowLeft'], ...inMenu('code', 3, 'reader') },
  { id: 'code.startLater', label: 'Start one word later', keys: ['Alt+ArrowRight'], ...inMenu('code', 3, 'reader') },
  {
    id: 'code.endEarlier',
    label: 'End one word earlier',
    keys: ['Alt+Shift+ArrowLeft'],
    ...inMenu('code', 3, 'reader'),
  },
  { id: 'code.endLater', label: 'End one word later', keys: ['Alt+Shift+ArrowRight'], ...inMenu('code', 3, 'reader') },
  // Home is the start and End the end; alone the coding grows, with Shift it shrinks.
  { id: 'code.startEarlierByCharacter', label: 'Start one character earlier', keys: ['Alt+Home'], ...readerOnly },
  { id: 'code.startLaterByCharacter', label: 'Start one character later', keys: ['Alt+Shift+Home'], ...readerOnly },
  { id: 'code.endEarlierByCharacter', label: 'End one character earlier', keys: ['Alt+Shift+End'], ...readerOnly },
  { id: 'code.endLaterByCharacter', label: 'End one character later', keys: ['Alt+End'], ...readerOnly },
  { id: 'codebook.takeExample', label: 'Take the selection as an example', keys: ['Alt+X'], ...inMenu('code', 2) },
  { id: 'codebook.newVariable', label: 'New variable…', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.merge', label: 'Merge the code…', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.split', label: 'Split the code…', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.archive', label: 'Archive the code, or bring it back', keys: [], ...inMenu('code', 5) },
  { id: 'codebook.publish', label: 'Publish codebook version…', keys: [], ...inMenu('code', 6) },
  {
    id: 'codebook.check',
    label: 'Check work made before the rules changed',
    keys: ['Alt+K'],
    ...inMenu('code', 6),
  },
  { id: 'codebook.names', label: 'Lists of names…', keys: [], ...inMenu('code', 6) },
  { id: 'codebook.addTemplate', label: 'Add template…', keys: [], ...inMenu('code', 6) },
  { id: 'coder.identify', label: 'Who is coding…', keys: [], ...inMenu('code', 4) },

  { id: 'go.nextSentence', label: 'Next sentence', keys: ['Alt+ArrowDown'], ...inMenu('go', 1, 'reader') },
  { id: 'go.previousSentence', label: 'Previous sentence', keys: ['Alt+ArrowUp'], ...inMenu('go', 1, 'reader') },
  { id: 'go.nextParagraph', label: 'Next paragraph', keys: ['Mod+ArrowDown'], ...inMenu('go', 1, 'reader') },
  { id: 'go.previousParagraph', label: 'Previous paragraph', keys: ['Mod+ArrowUp'], ...inMenu('go', 1, 'reader') },
  { id: 'go.nextAnnotation', label: 'Next coding', keys: ['F8'], ...inMenu('go', 2) },
  { id: 'go.previousAnnotation', label: 'Previous coding', keys: ['Shift+F8'], ...inMenu('go', 2) },
  { id: 'go.uncodedParagraph', label: 'Next paragraph without codings', keys: ['Alt+U'], ...inMenu('go', 2) },
  { id: 'go.nextDifference', label: 'Next difference of two coders', keys: ['F9'], ...inMenu('go', 4) },
  { id: 'go.previousDifference', label: 'Previous difference of two coders', keys: ['Shift+F9'], ...inMenu('go', 4) },
  { id: 'go.offset', label: 'Go to offset…', keys: ['Mod+G'], ...inMenu('go', 2) },
  { id: 'go.nextDocument', label: 'Next document', keys: ['Alt+PageDown'], ...inMenu('go', 3) },
  { id: 'go.previousDocument', label: 'Previous document', keys: ['Alt+PageUp'], ...inMenu('go', 3) },
  { id: 'go.nextUncoded', label: 'Next document without codings', keys: ['Alt+Shift+PageDown'], ...inMenu('go', 3) },
  { id: 'select.sentence', label: 'Select the sentence', keys: ['Space'], ...inMenu('edit', 3, 'reader') },
  { id: 'select.paragraph', label: 'Select the paragraph', keys: ['Shift+Space'], ...inMenu('edit', 3, 'reader') },
  {
    id: 'select.extendSentence',
    label: 'Extend by a sentence',
    keys: ['Alt+Shift+ArrowDown'],
    ...inMenu('edit', 3, 'reader'),
  },
  {
    id: 'select.extendWord',
    label: 'Extend by a word',
    keys: ['Mod+Shift+ArrowRight'],
    ...inMenu('edit', 3, 'reader'),
  },
  { id: 'select.shrinkWord', label: 'Shrink by a word', keys: ['Mod+Shift+ArrowLeft'], ...inMenu('edit', 3, 'reader') },

  { id: 'form.nextUnanswered', label: 'Next unanswered question', keys: ['Alt+N'], ...inMenu('form', 1) },
  { id: 'form.point', label: 'Point at the selected passage', keys: ['Alt+E'], ...inMenu('form', 1) },
  { id: 'form.absent', label: 'Answer: absent', keys: ['Alt+A'], ...inMenu('form', 2) },
  { id: 'form.notApplicable', label: 'Answer: not applicable', keys: ['Alt+Shift+A'], ...inMenu('form', 2) },
  { id: 'form.clear', label: 'Answer: not yet coded', keys: ['Alt+C'], ...inMenu('form', 2) },
  { id: 'form.finish', label: 'Mark done and go to the next article', keys: ['Alt+D'], ...inMenu('form', 3) },
  { id: 'form.next', label: 'Next article to do', keys: ['Alt+T'], ...inMenu('form', 3) },
  { id: 'form.toDo', label: 'Mark as to do', keys: [], ...inMenu('form', 4) },
  { id: 'form.working', label: 'Mark as in work', keys: [], ...inMenu('form', 4) },
  { id: 'form.done', label: 'Mark as done', keys: ['Alt+Shift+D'], ...inMenu('form', 4) },
  { id: 'form.setAside', label: 'Set aside…', keys: ['Alt+Shift+S'], ...inMenu('form', 4) },
  { id: 'form.orderList', label: 'Articles as in the list', keys: [], ...inMenu('form', 5) },
  { id: 'form.orderRandom', label: 'Articles at random', keys: [], ...inMenu('form', 5) },
  { id: 'form.newSeed', label: 'Articles in another random order', keys: [], ...inMenu('form', 5) },
  { id: 'documents.setStatus', label: 'Status of the selected documents…', keys: [], ...inMenu('form', 6) },
  { id: 'documents.assign', label: 'Give the selected documents to a round…', keys: [], ...inMenu('form', 6) },
  { id: 'rounds.manage', label: 'Rounds…', keys: [], ...inMenu('form', 6) },

  { id: 'documents.selectAll', label: 'Select all documents of the list', keys: [], ...inMenu('edit', 4) },
  { id: 'documents.remove', label: 'Remove the selected documents…', keys: [], ...inMenu('edit', 4) },
  { id: 'documents.filter', label: 'Filter documents by answers…', keys: ['Mod+Shift+L'], ...inMenu('go', 3) },

  { id: 'reliability.measure', label: 'Measure agreement', keys: ['Alt+M'], ...inMenu('reliability', 1) },
  { id: 'reliability.cancel', label: 'Stop measuring', keys: [], ...inMenu('reliability', 1) },
  { id: 'reliability.copyMethods', label: 'Copy the methods paragraph', keys: [], ...inMenu('reliability', 2) },

  { id: 'reliability.export', label: 'Export the report on agreement…', keys: [], ...inMenu('reliability', 2) },
  { id: 'reliability.startAgreed', label: 'Start the agreed version…', keys: [], ...inMenu('reliability', 3) },
  {
    id: 'reliability.nextMarked',
    label: 'Next marked disagreement',
    keys: ['Alt+G'],
    ...inMenu('reliability', 4),
  },
  {
    id: 'reliability.previousMarked',
    label: 'Previous marked disagreement',
    keys: ['Alt+Shift+G'],
    ...inMenu('reliability', 4),
  },
  { id: 'reliability.openPassage', label: 'Open the disagreement in the text', keys: [], ...inMenu('reliability', 4) },
  {
    id: 'reliability.unclearRule',
    label: 'Mark the disagreement: unclear rule',
    keys: [],
    ...inMenu('reliability', 4),
  },
  { id: 'reliability.slip', label: 'Mark the disagreement: slip', keys: [], ...inMenu('reliability', 4) },
  { id: 'reliability.discuss', label: 'Discuss the disagreement', keys: [], ...inMenu('reliability', 4) },
  { id: 'reliability.takeFirst', label: 'Settle as the first coder has it', keys: [], ...inMenu('reliability', 5) },
  { id: 'reliability.takeSecond', label: 'Settle as the second coder has it', keys: [], ...inMenu('reliability', 5) },
  { id: 'reliability.takeNeither', label: 'Settle as neither', keys: [], ...inMenu('reliability', 5) },
  { id: 'reliability.reopen', label: 'Open the settled disagreement again', keys: [], ...inMenu('reliability', 5) },

  { id: 'help.keys', label: 'Keys', keys: ['?', 'F1'], ...inMenu('help', 1) },
  { id: 'help.reliability', label: 'What the agreement figures mean', keys: [], ...inMenu('help', 1) },
  { id: 'help.notices', label: 'What Galley is made with', keys: [], ...inMenu('help', 2) },
] as const satisfies readonly ActionShape[];

export type ActionId = (typeof actions)[number]['id'];

/** One row of the table, with its id known. */
export type Action = ActionShape & { readonly id: ActionId };
