import { codesStrings } from '#words/window/codes.ts';
import type { Settings } from '../../shared/api/settings.ts';
import type { Id } from '../../shared/model/records.ts';
import { changeSettings, rememberLayout, useSettings, usualMeasure, usualTextSize } from '../state/settings.ts';
import { useRecords } from '../state/records.ts';
import { useUi } from '../state/ui.ts';
import type { DrawerTab, Pane, SideTab } from '../state/ui.ts';
import { orNotice, inBackground } from './ask.ts';
import { reader } from './readerHandle.ts';
import { sendFocus } from './sendFocus.ts';

/** Elements that F6 goes round; each carries `data-region`. Desks name theirs (`declare module`). */
export interface RegionNames {
  documents: true;
  reader: true;
  side: true;
  drawer: true;
}
export type Region = keyof RegionNames;

let regionOrder: readonly Region[] = [];

/** Says once, at start, in which order F6 goes round. */
export function setRegions(order: readonly Region[]): void {
  regionOrder = order;
}

/** What a part of the window is for: the focus goes there first. A tree takes the focus itself or in one of its rows. */
const mainFocus = [
  '[data-main-focus] [tabindex="0"]',
  '[data-main-focus][tabindex="0"]',
  '[role=treegrid][tabindex="0"]',
  '[role=treegrid] [role=row][tabindex="0"]',
].join(',');

const focusable = [
  '[role=tab][aria-selected=true]',
  '[tabindex="0"]:not(input,textarea)',
  'button:not(:disabled)',
].join(',');

/** Fields come last: a key of the window, such as that of undo, would be the field's own there. */
const fields = 'input:not(:disabled), textarea:not(:disabled)';

/**
 * Puts the focus into a part of the window: where it was left, or on what matters most there. `then` is done once it is
 * there.
 */
export function focusRegion(region: Region, then?: () => void): void {
  const panes: Partial<Record<Region, Pane>> = { documents: 'documents', reader: 'reader', side: 'codes' };
  const pane = panes[region];
  if (region !== 'reader') useUi.setState({ focusMode: false });
  if (pane !== undefined) useUi.setState({ pane, view: 'code' });
  if (region === 'drawer') openDrawer(useUi.getState().drawerTab);
  sendFocus((isLast) => {
    const root = drawn(region, isLast);
    if (root === null) return false;
    if (!focusInside(root) && region === 'reader') reader()?.focus();
    then?.();
    return true;
  });
}

/** Puts the focus on what an element is for: the text of the reader, a list, or else the first thing that takes it. Says whether it did. */
export function focusInside(root: HTMLElement): boolean {
  if (root.dataset['region'] === 'reader' && useRecords.getState().open !== null && reader()) {
    reader()?.focus();
  } else {
    const seen = (selector: string): HTMLElement | undefined =>
      [...root.querySelectorAll<HTMLElement>(selector)].find(isSeen);
    (seen(mainFocus) ?? seen(focusable) ?? seen(fields))?.focus();
  }
  return root.contains(document.activeElement);
}

/** Whether something is drawn: in a narrow window most columns are not. */
function isSeen(element: HTMLElement): boolean {
  return !('checkVisibility' in element) || element.checkVisibility();
}

/** A part of the window, once it stands in the page with all that may come later; at last, without that. */
function drawn(region: Region, isLast: boolean): HTMLElement | null {
  const root = document.querySelector<HTMLElement>(`[data-region='${region}']`);
  return isLast || root?.querySelector('[data-waiting]') == null ? root : null;
}

/** Puts the focus on something of a part of the window. */
export function focusIn(region: Region, selector: string): void {
  sendFocus((isLast) => {
    const found = drawn(region, isLast)?.querySelector<HTMLElement>(selector) ?? null;
    found?.focus();
    return found !== null;
  });
}

export function focusNextRegion(step: 1 | -1): void {
  const here = document.activeElement?.closest('[data-region]')?.getAttribute('data-region');
  const present = regionOrder.filter((region) => document.querySelector(`[data-region='${region}']`));
  const at = present.findIndex((region) => region === here);
  const next = at === -1 ? 0 : (at + step + present.length) % present.length;
  const region = present[next];
  if (region !== undefined) focusRegion(region);
}

export function openDrawer(tab: DrawerTab): void {
  useUi.setState({ drawerTab: tab, view: 'code', focusMode: false });
  rememberLayout({ drawerOpen: true });
}

export function toggleDrawer(): void {
  rememberLayout({ drawerOpen: !isDrawerOpen() });
}

/** Unless it was opened or shut by hand, the drawer is open where it leaves room to read. */
export function isDrawerOpen(): boolean {
  const { drawerOpen } = useSettings.getState().layout;
  return typeof drawerOpen === 'boolean' ? drawerOpen : window.innerHeight >= 600;
}

/** Opens a tab of the drawer and puts the focus there. */
export function goToDrawer(tab: DrawerTab): void {
  openDrawer(tab);
  focusIn('drawer', tab === 'search' ? 'input' : '[role=tab][aria-selected=true]');
}

export function openSideTab(sideTab: SideTab): void {
  useUi.setState({ sideTab, pane: 'codes', view: 'code', focusMode: false });
}

/** Goes to a code in the codes panel, whatever is folded or filtered there. */
export function showCode(code: Id): void {
  openSideTab('codes');
  focusRegion('side', () => useUi.setState({ shownCode: { code } }));
}

export function setTheme(theme: Settings['theme']): void {
  inBackground(() => changeSettings({ theme }));
}

/** Makes the reader's text larger or smaller by one step, between 12 and 32 px; 0 goes back to the usual size. */
export function stepTextSize(step: 1 | -1 | 0): void {
  const { textSize } = useSettings.getState();
  const next = step === 0 ? usualTextSize : Math.min(32, Math.max(12, textSize + step));
  void orNotice(() => changeSettings({ textSize: next }));
}

/** Makes the reader's lines longer or shorter by five characters, between 40 and 120; 0 goes back to the usual 70. */
export function stepMeasure(step: 1 | -1 | 0): void {
  const { measure } = useSettings.getState();
  const next = step === 0 ? usualMeasure : Math.min(120, Math.max(40, measure + step * 5));
  void orNotice(() => changeSettings({ measure: next }));
}

/** Begins a new code in the codes panel, beside the code that is chosen there. */
export function startNewCode(): void {
  openSideTab('codes');
  const button = `[aria-label="${CSS.escape(codesStrings.newCode)}"]`;
  sendFocus((isLast) => {
    const side = drawn('side', isLast);
    side?.querySelector<HTMLElement>(button)?.click();
    return side !== null;
  });
}

/** Puts the focus into the memo of the chosen coding. */
export function startMemo(): void {
  openSideTab('memo');
  focusIn('side', '[data-memo] textarea');
}
