import { keyNames } from '#words/window/keyNames.ts';
import { classes } from './classes.ts';
import styles from './Kbd.module.css';

/** A key or key combination as the action table writes it (`Mod+K`, `Shift+Enter`), shown the way keyboards name it. */
export function Kbd({ keys, className }: { keys: string; className?: string | undefined }) {
  return <kbd className={classes(styles.kbd, className)}>{keyNames(keys).join(' ')}</kbd>;
}
