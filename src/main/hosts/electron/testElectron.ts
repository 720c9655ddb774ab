import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, Rectangle } from 'electron';
import type { Bridge } from '../../../shared/api/bridge.ts';
import { lendBridge } from './bridge.ts';
import type { Electron, PreloadElectron } from './electron.ts';

/** Where a message comes from: a frame of a page. */
export type Frame = { url: string; parent: Frame | null } | null;

type Handler = (event: { senderFrame: Frame }, ...values: unknown[]) => unknown;
type Answer = (value: unknown) => void;

class FakeContents extends EventEmitter {
  readonly page = new EventEmitter();
  openWindow: (() => { action: string }) | null = null;

  send(channel: string, ...values: unknown[]): void {
    const copy = structuredClone(values);
    setImmediate(() => this.page.emit(channel, {}, ...copy));
  }

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openWindow = handler;
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly options: BrowserWindowConstructorOptions;
  bounds: Rectangle;
  maximised = false;
  minimised = false;
  shown = false;
  focused = false;
  address = '';
  destroyed = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 0, height: options.height ?? 0 };
  }

  loadURL(address: string): Promise<void> {
    this.address = address;
    setImmediate(() => this.emit('ready-to-show'));
    return Promise.resolve();
  }

  show = (): boolean => (this.shown = true);
  focus = (): boolean => (this.focused = true);
  maximize = (): boolean => (this.maximised = true);
  restore = (): boolean => (this.minimised = false);
  isMaximized = (): boolean => this.maximised;
  isMinimized = (): boolean => this.minimised;
  getNormalBounds = (): Rectangle => this.bounds;
  destroy = (): boolean => (this.destroyed = true);

  /** What happens when the user closes the window. Answers whether it was let go. */
  userCloses(): boolean {
    const event = cancelable();
    this.emit('close', event);
    return !event.prevented;
  }
}

export function cancelable(more: Record<string, unknown> = {}): { prevented: boolean; preventDefault(): void } {
  const event = {
    ...more,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  };
  return event;
}

/** One turn of the event loop, as messages between processes take at least. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Invoke = (frame: Frame, channel: string, ...values: unknown[]) => Promise<unknown>;
type Told = ReturnType<typeof createRecord>;
type FakeApp = ReturnType<typeof fakeApp>;

/** What Electron was told to do, and how it is to answer. */
function createRecord(paths: Record<string, string>) {
  return {
    paths,
    exits: [] as number[],
    quits: 0,
    recent: [] as string[],
    errors: [] as string[],
    schemes: [] as unknown[],
    menu: [] as MenuItemConstructorOptions[],
    dialogs: [] as unknown[],
    revealed: [] as string[],
    dialogAnswer: [] as string[],
    serve: null as ((request: Request) => Promise<Response>) | null,
    beforeRequest: null as ((details: { url: string }, answer: Answer) => void) | null,
    permissionRequest: null as ((contents: unknown, permission: string, answer: Answer) => void) | null,
    permissionCheck: null as (() => boolean) | null,
    devicePermission: null as (() => boolean) | null,
    locked: true,
  };
}

function fakeApp(told: Told) {
  return Object.assign(new EventEmitter(), {
    isPackaged: true,
    getVersion: () => '0.0.0',
    getPath: (name: string) => told.paths[name] ?? '',
    setPath: (name: string, path: string) => void (told.paths[name] = path),
    requestSingleInstanceLock: () => told.locked,
    whenReady: () => Promise.resolve(),
    quit: () => void (told.quits += 1),
    exit: (status: number) => void told.exits.push(status),
    addRecentDocument: (path: string) => void told.recent.push(path),
  });
}

function fakeWindows(windows: FakeWindow[], app: FakeApp) {
  function open(options: BrowserWindowConstructorOptions): FakeWindow {
    const window = new FakeWindow(options);
    windows.push(window);
    app.emit('web-contents-created', {}, window.webContents);
    return window;
  }
  return Object.assign(open, { getAllWindows: () => windows.filter((window) => !window.destroyed) });
}

function fakeSession(told: Told) {
  return {
    webRequest: { onBeforeRequest: (listener: Told['beforeRequest']) => void (told.beforeRequest = listener) },
    setPermissionRequestHandler: (handler: Told['permissionRequest']) => void (told.permissionRequest = handler),
    setPermissionCheckHandler: (handler: () => boolean) => void (told.permissionCheck = handler),
    setDevicePermissionHandler: (handler: () => boolean) => void (told.devicePermission = handler),
  };
}

function fakeDialog(told: Told) {
  return {
    showErrorBox: (_title: string, text: string) => void told.errors.push(text),
    showOpenDialog: (...words: unknown[]) => {
      told.dialogs.push(words.at(-1));
      return Promise.resolve({ canceled: told.dialogAnswer.length === 0, filePaths: told.dialogAnswer });
    },
  };
}

function fakePreload(window: FakeWindow, frame: Frame, invoke: Invoke, lent: Record<string, unknown>) {
  return {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (lent[name] = value) },
    ipcRenderer: {
      invoke: (channel: string, ...values: unknown[]) => invoke(frame, channel, ...values),
      on: (channel: string, listener: () => void) => window.webContents.page.on(channel, listener),
      off: (channel: string, listener: () => void) => window.webContents.page.off(channel, listener),
    },
  };
}

export type FakeElectron = ReturnType<typeof createFakeElectron>;

/** As much of Electron as the host uses, with levers to do what users and pages do. `paths` answers `app.getPath`. */
export function createFakeElectron(paths: Record<string, string> = {}) {
  const windows: FakeWindow[] = [];
  const handlers = new Map<string, Handler>();
  const told = createRecord(paths);
  const app = fakeApp(told);
  const electron = {
    app,
    BrowserWindow: fakeWindows(windows, app),
    dialog: fakeDialog(told),
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (template: MenuItemConstructorOptions[]) => void (told.menu = template),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => void told.schemes.push(...schemes),
      handle: (_scheme: string, serve: Told['serve']) => void (told.serve = serve),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    session: { defaultSession: fakeSession(told) },
    shell: { showItemInFolder: (path: string) => void told.revealed.push(path) },
  };
  /** Calls as a page would; values are copied on their way, and answers queue behind the events sent before them. */
  const invoke: Invoke = async (frame, channel, ...values) => {
    const copy: unknown[] = structuredClone(values);
    await turn();
    const answer: unknown = structuredClone(await handlers.get(channel)?.({ senderFrame: frame }, ...copy));
    await turn();
    return answer;
  };
  /** Everything that the preload script lends a window's page. */
  const lent = (window: FakeWindow, frame: Frame = { url: 'galley://app/', parent: null }): Record<string, unknown> => {
    const names: Record<string, unknown> = {};
    lendBridge(fakePreload(window, frame, invoke, names) as unknown as PreloadElectron); // the parts that it uses
    return names;
  };
  return {
    electron: electron as unknown as Electron, // the parts that the host uses, and no more
    app,
    told,
    windows,
    invoke,
    lent,
    bridge: (window: FakeWindow): Bridge => lent(window)['galley'] as Bridge, // what lendBridge lends
  };
}
