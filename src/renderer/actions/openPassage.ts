import type { Id } from '../../shared/model/records.ts';
import { useUi } from '../state/ui.ts';
import { showDocument } from './showDocument.ts';

/** Shows a passage in the Code view. */
export async function openPassage(document: Id, span: { start: number; end: number; annotation?: Id }): Promise<void> {
  useUi.setState({ view: 'code' });
  await showDocument(document, { ...span, focus: true });
}
