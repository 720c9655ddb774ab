import { locale } from '#words/format.ts';
import type { Client } from '../../shared/api/client.ts';
import { orNotice } from '../actions/ask.ts';
import { isActionId, listenToKeys, runFromMenu, setBindings } from '../actions/registry.ts';
import { setRegions } from '../actions/view.ts';
import { applyChanges } from '../state/applyChanges.ts';
import { client, setClient } from '../state/client.ts';
import { throughHold } from '../state/heldEvents.ts';
import { loadProject, loadStatus } from '../state/load.ts';
import { currentProject } from '../state/records.ts';
import { loadSettings, useSettings, writeOwed } from '../state/settings.ts';
import { putTask } from '../state/tasks.ts';
import { followTheme } from '../state/theme.ts';
import { notify, useUi } from '../state/ui.ts';
import { setWatchers, tellLeave } from '../state/watchers.ts';
import { connect, isStranger } from '../transport/client.ts';
import { allBindings, allDesks, allRegions } from './allDesks.ts';

/** Connects the window to the program and to the keyboard. Called once, when the page is there. */
export function begin(): void {
  document.documentElement.lang = locale;
  if (isStranger()) {
    useUi.setState({ isStranger: true });
    return;
  }
  const connection = connect();
  followProgram(connection.client);
  connection.watch((isConnected) => {
    useUi.setState({ isLost: !isConnected });
    if (!isConnected) return;
    void orNotice(writeOwed);
    if (currentProject()) void orNotice(loadProject);
  });
  listenToPage();
  void orNotice(loadAtStart);
}

/** Takes in what the program tells from now on. */
export function followProgram(program: Client): void {
  setClient(program);
  setWatchers(allDesks);
  setBindings(allBindings);
  setRegions(allRegions);
  program.on('changed', throughHold(applyChanges));
  program.on('task', putTask);
  program.on('status', () => void orNotice(() => loadStatus()));
  program.on('keys', (keys) => useSettings.setState({ keys }));
  program.on('action', ({ action }) => {
    if (isActionId(action)) runFromMenu(action);
  });
}

/** Keys, theme, and what must not be lost when the page goes. Once for each page. */
export function listenToPage(): void {
  followTheme();
  listenToKeys();
  window.addEventListener('pagehide', tellLeave);
  window.addEventListener('unhandledrejection', (event) => {
    notify('error', event.reason instanceof Error ? event.reason.message : String(event.reason));
  });
}

/** Asks for what is shown first. */
export async function loadAtStart(): Promise<void> {
  await loadStatus(loadSettings());
  (await client().call('tasks.list', {})).forEach(putTask);
}
