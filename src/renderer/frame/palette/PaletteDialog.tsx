import { CornerDownLeft, Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components';
import { paletteStrings as say } from '#words/window/palette.ts';
import { inBackground } from '../../actions/ask.ts';
import { goToDrawer } from '../../actions/view.ts';
import { searchTexts } from '../../desks/corpus/actions/searching.ts';
import { currentProject } from '../../state/records.ts';
import { rowClass, SectionRows } from './SectionRows.tsx';
import type { CloseThen } from './SectionRows.tsx';
import { useHits } from './useHits.ts';
import styles from './PaletteDialog.module.css';

/** Every action by its name and what else it may be called, codes and articles by theirs, and a search of all texts. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const { sections, note } = useHits(query);
  const canSearch = query.trim() !== '' && currentProject() !== null;
  const close: CloseThen = (then) => () => {
    onClose();
    // After the dialog has given the focus back, so that an action may take it elsewhere.
    setTimeout(then, 0);
  };
  return (
    <ModalOverlay isOpen onOpenChange={onClose} isDismissable className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog aria-label={say.label} className={styles.dialog}>
          <div
            className={styles.scroller}
            onKeyDownCapture={(event) => {
              // A search field would only empty itself.
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onClose();
            }}
          >
            <Autocomplete inputValue={query} onInputChange={setQuery}>
              <SearchField aria-label={say.field} autoFocus className={styles.field}>
                <Search aria-hidden="true" />
                <Input placeholder={say.placeholder} dir="auto" className={styles.input} />
              </SearchField>
              <Menu aria-label={say.label} className={styles.menu} renderEmptyState={() => null}>
                {sections.map((section) => (
                  <SectionRows key={section.title} section={section} query={query} close={close} />
                ))}
                {canSearch && (
                  <MenuItem
                    id="search-texts"
                    textValue={say.searchFor(query.trim())}
                    className={rowClass}
                    onAction={close(() => {
                      goToDrawer('search');
                      inBackground(() => searchTexts(query.trim()));
                    })}
                  >
                    <CornerDownLeft aria-hidden="true" />
                    <span className={styles.label}>{say.searchFor(query.trim())}</span>
                  </MenuItem>
                )}
              </Menu>
            </Autocomplete>
          </div>
          <p role="status" className={styles.note}>
            {note}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
