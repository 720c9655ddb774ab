import { FileText } from 'lucide-react';
import { memo } from 'react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { paletteStrings as say } from '#words/window/palette.ts';
import type { DocumentRow } from '../../../shared/api/documents.ts';
import { foldedText, foldWords } from '../../../shared/text/folding.ts';
import { runAction } from '../../actions/registry.ts';
import { reader } from '../../actions/readerHandle.ts';
import { showDocument } from '../../actions/showDocument.ts';
import { showCode } from '../../actions/view.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { Swatch } from '../../components/Swatch.tsx';
import { classes } from '../../components/classes.ts';
import { applyCode } from '../../desks/coding/actions/coding.ts';
import { CodePath } from '../../parts/codeFinder/CodePath.tsx';
import { Marked } from './Marked.tsx';
import type { Found } from './rankActions.ts';
import { rememberCommand } from './recentCommands.ts';
import type { CodeHit, Command, Section } from './useHits.ts';
import rowStyles from '../../components/rows.module.css';
import styles from './PaletteDialog.module.css';

/** Closes the palette, then acts. */
export type CloseThen = (then: () => void) => () => void;

export const rowClass = classes(rowStyles.row, rowStyles.entry, styles.item);

/** The rows of one kind under their heading. */
export function SectionRows({ section, query, close }: { section: Section; query: string; close: CloseThen }) {
  return (
    <MenuSection>
      <Header className={styles.header}>{section.title}</Header>
      {section.kind === 'commands' && section.hits.map((hit) => <CommandRow key={hit.of.id} hit={hit} close={close} />)}
      {section.kind === 'codes' &&
        section.hits.map((hit) => <CodeRow key={hit.node.code.id} hit={hit} close={close} />)}
      {section.kind === 'documents' &&
        section.hits.map((row) => <DocumentRowItem key={row.id} row={row} query={query} close={close} />)}
    </MenuSection>
  );
}

const CommandRow = memo(({ hit, close }: { hit: Found<Command>; close: CloseThen }) => {
  const { id, label, keys } = hit.of;
  return (
    <MenuItem
      id={id}
      textValue={label}
      className={rowClass}
      onAction={close(() => {
        rememberCommand(id);
        runAction(id);
      })}
    >
      <span className={styles.label}>
        <Marked text={label} marks={hit.marks} />
      </span>
      {hit.synonym !== null && <span className={styles.remark}>{say.matches(hit.synonym)}</span>}
      {keys !== undefined && <Kbd keys={keys} />}
    </MenuItem>
  );
});

const CodeRow = memo(({ hit, close }: { hit: CodeHit; close: CloseThen }) => {
  const { node, marks, applies } = hit;
  const { id, hue, pattern, key } = node.code;
  return (
    <MenuItem
      id={id}
      textValue={node.path}
      className={rowClass}
      onAction={close(() => {
        if (!applies) showCode(id);
        else {
          applyCode(id);
          reader()?.focus();
        }
      })}
    >
      <Swatch hue={hue} pattern={pattern} />
      <CodePath node={node} marks={marks} />
      <span className={styles.remark}>{applies ? say.applies : say.shows}</span>
      {key !== null && <Kbd keys={key} />}
    </MenuItem>
  );
});

const DocumentRowItem = memo(({ row, query, close }: { row: DocumentRow; query: string; close: CloseThen }) => (
  <MenuItem id={row.id} textValue={row.name} className={rowClass} onAction={close(() => void showDocument(row.id))}>
    <FileText aria-hidden="true" />
    <span className={styles.label} dir="auto">
      <Marked text={row.name} marks={marksOf(row.name, query)} />
    </span>
    <bdi className={styles.remark}>{row.site}</bdi>
  </MenuItem>
));

/** Where the words that were typed stand in a name, which may write them in another way than they look. */
function marksOf(name: string, query: string): number[] {
  const folded = foldedText(name.toLowerCase().length === name.length ? name.toLowerCase() : name, false);
  return foldWords(query).flatMap((word) => {
    const at = folded.text.indexOf(word);
    if (at === -1) return [];
    const { start, end } = folded.place(at, at + word.length);
    return Array.from({ length: end - start }, (_, unit) => start + unit);
  });
}
