import { describe, expect, it } from 'vitest';
import { browserArguments, browserFolder, findBrowser, hasDisplay } from './browser.ts';
import type { Machine } from './browser.ts';

function machine(system: NodeJS.Platform, there: string[], environment: NodeJS.ProcessEnv = {}): Machine {
  return { system, environment, home: '/home/ada', exists: (path) => there.includes(path) };
}

describe('the search for a browser', () => {
  it('takes the one that CHROMIUM_PATH names, if it is there', () => {
    const environment = { CHROMIUM_PATH: '/opt/chrome' };
    expect(findBrowser(machine('linux', ['/usr/bin/chromium', '/opt/chrome'], environment))).toBe('/opt/chrome');
    expect(findBrowser(machine('linux', ['/usr/bin/chromium'], environment))).toBe('/usr/bin/chromium');
  });

  it('finds Chromium, Chrome and Edge on Linux, a snap last', () => {
    const snap = '/snap/bin/chromium';
    expect(findBrowser(machine('linux', [snap, '/usr/bin/chromium-browser']))).toBe(snap);
    expect(findBrowser(machine('linux', [snap, '/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome');
    expect(findBrowser(machine('linux', ['/usr/bin/chromium-browser']))).toBe('/usr/bin/chromium-browser');
    expect(findBrowser(machine('linux', ['/usr/bin/microsoft-edge-stable']))).toBe('/usr/bin/microsoft-edge-stable');
    expect(findBrowser(machine('linux', ['/usr/bin/firefox']))).toBeNull();
  });

  it('finds them on macOS and Windows', () => {
    const chrome = '/home/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', [chrome]))).toBe(chrome);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const environment = { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' };
    expect(findBrowser(machine('win32', [edge], environment))).toBe(edge);
  });
});

describe('the browser', () => {
  it('needs a display server on Linux', () => {
    expect(hasDisplay(machine('linux', []))).toBe(false);
    expect(hasDisplay(machine('linux', [], { DISPLAY: '' }))).toBe(false);
    expect(hasDisplay(machine('linux', [], { DISPLAY: ':0' }))).toBe(true);
    expect(hasDisplay(machine('linux', [], { WAYLAND_DISPLAY: 'wayland-0' }))).toBe(true);
    expect(hasDisplay(machine('darwin', []))).toBe(true);
  });

  it('keeps its files with the settings; a snap, which may not, in its own folder', () => {
    expect(browserFolder('/usr/bin/chromium', '/home/ada/.config/galley', '/home/ada')).toBe(
      '/home/ada/.config/galley',
    );
    expect(browserFolder('/snap/bin/chromium', '/home/ada/.config/galley', '/home/ada')).toBe(
      '/home/ada/snap/chromium/common/galley',
    );
  });

  it('is started as an app window that reaches this machine alone, with its sandbox unless root starts it', () => {
    const words = browserArguments('file:///x.html', '/profile', false);
    expect(words).toEqual(
      expect.arrayContaining(['--app=file:///x.html', '--user-data-dir=/profile', '--no-first-run']),
    );
    expect(words.some((word) => word.startsWith('--proxy-server='))).toBe(true);
    expect(words).not.toContain('--no-sandbox');
    expect(browserArguments('file:///x.html', '/profile', true)).toContain('--no-sandbox');
  });
});
