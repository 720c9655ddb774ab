import fuzzysort from 'fuzzysort';
import { CornerDownLeft, FileText, Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { strings } from '#words/window/frame.ts';
import type { DocumentRow } from '../../shared/api/documents.ts';
import { orNotice, inBackground } from '../actions/ask.ts';
import { labelOf, paletteActions, runAction } from '../actions/registry.ts';
import { showDocument } from '../actions/showDocument.ts';
import { keysOf } from '../actions/shownKeys.ts';
import { goToDrawer } from '../actions/view.ts';
import { Kbd } from '../components/Kbd.tsx';
import { classes } from '../components/classes.ts';
import { searchTexts } from '../desks/corpus/actions/searching.ts';
import { client } from '../state/client.ts';
import { currentProject } from '../state/records.ts';
import rowStyles from '../components/rows.module.css';
import styles from './PaletteDialog.module.css';

const documentsShown = 6;

/** Every action by its name, articles by theirs, and a search of all texts for what was typed. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const commands = useCommands(query);
  const documents = useDocuments(query);
  const canSearch = query.trim() !== '' && currentProject() !== null;
  const close: CloseThen = (then) => () => {
    onClose();
    // After the dialog has given the focus back, so that an action may take it elsewhere.
    setTimeout(then, 0);
  };
  return (
    <ModalOverlay isOpen onOpenChange={onClose} isDismissable className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog aria-label={strings.palette.label} className={styles.dialog}>
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
              <SearchField aria-label={strings.palette.field} autoFocus className={styles.field}>
                <Search aria-hidden="true" />
                <Input placeholder={strings.palette.placeholder} className={styles.input} />
              </SearchField>
              <Menu
                aria-label={strings.palette.label}
                className={styles.menu}
                renderEmptyState={() => <p className={styles.none}>{strings.palette.none}</p>}
              >
                {commands.length > 0 && <Commands commands={commands} close={close} />}
                {documents.length > 0 && <Documents documents={documents} close={close} />}
                {canSearch && (
                  <MenuItem
                    id="search-texts"
                    textValue={strings.palette.searchFor(query.trim())}
                    className={classes(rowStyles.row, rowStyles.entry, styles.item)}
                    onAction={close(() => {
                      goToDrawer('search');
                      inBackground(() => searchTexts(query.trim()));
                    })}
                  >
                    <CornerDownLeft aria-hidden="true" />
                    <span className={styles.label}>{strings.palette.searchFor(query.trim())}</span>
                  </MenuItem>
                )}
              </Menu>
            </Autocomplete>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Closes the palette, then acts. */
type CloseThen = (then: () => void) => () => void;

type Command = ReturnType<typeof paletteActions>[number] & {
  label: string;
  shown: string | undefined;
  parts: React.ReactNode;
};

function Commands({ commands, close }: { commands: readonly Command[]; close: CloseThen }) {
  return (
    <MenuSection>
      <Header className={styles.header}>{strings.palette.commands}</Header>
      {commands.map((command) => (
        <MenuItem
          key={command.id}
          id={command.id}
          textValue={command.label}
          className={classes(rowStyles.row, rowStyles.entry, styles.item)}
          onAction={close(() => runAction(command.id))}
        >
          <span className={styles.label}>{command.parts}</span>
          {command.shown !== undefined && <Kbd keys={command.shown} />}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function Documents({ documents, close }: { documents: readonly DocumentRow[]; close: CloseThen }) {
  return (
    <MenuSection>
      <Header className={styles.header}>{strings.palette.documents}</Header>
      {documents.map((document) => (
        <MenuItem
          key={document.id}
          id={document.id}
          textValue={document.name}
          className={classes(rowStyles.row, rowStyles.entry, styles.item)}
          onAction={close(() => void showDocument(document.id))}
        >
          <FileText aria-hidden="true" />
          <span className={styles.label} dir="auto">
            {document.name}
          </span>
          <span className={styles.site}>{document.site}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function useCommands(query: string): Command[] {
  const [all] = useState(() =>
    paletteActions().map((action) => ({ ...action, label: labelOf(action.id), shown: keysOf(action.id) })),
  );
  return useMemo(() => {
    const words = query.trim();
    if (words === '') return all.map((action) => ({ ...action, parts: action.label }));
    return fuzzysort.go(words, all, { key: 'label', limit: 12 }).map((found) => ({
      ...found.obj,
      parts: found.highlight((match, index) => <b key={index}>{match}</b>),
    }));
  }, [query, all]);
}

function useDocuments(query: string): readonly DocumentRow[] {
  const [found, setFound] = useState<{ query: string; rows: readonly DocumentRow[] }>({ query: '', rows: [] });
  const filter = query.trim();
  useEffect(() => {
    if (filter === '' || currentProject() === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void orNotice(() => client().call('documents.list', { filter, offset: 0, limit: documentsShown })).then(
        (page) => {
          if (isCurrent && page) setFound({ query: filter, rows: page.rows });
        },
      );
    }, 80);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [filter]);
  return filter === '' ? [] : found.rows;
}
