import { PickerHost } from './PickerHost.tsx';
import { PassageBar } from './passage/PassageBar.tsx';
import { PassageMenu } from './passage/PassageMenu.tsx';

/** What opens over the window at a passage: the code picker, the bar and the menu. */
export function CodingOverlay() {
  return (
    <>
      <PickerHost />
      <PassageBar />
      <PassageMenu />
    </>
  );
}
