import { useSettings } from './settings.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Keeps `data-theme` of the page at what the settings, or with `system` the machine, ask for. */
export function followTheme(): void {
  const apply = (): void => {
    const { theme } = useSettings.getState();
    const resolved = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.dataset.theme = resolved;
  };
  apply();
  dark.addEventListener('change', apply);
  useSettings.subscribe(apply);
}
