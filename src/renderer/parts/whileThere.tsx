import { useEffect, useState } from 'react';
import type { FunctionComponent } from 'react';
import { strings } from '#words/window/frame.ts';
import type { Id } from '../../shared/model/records.ts';
import { useRecords } from '../state/records.ts';
import type { Records } from '../state/records.ts';
import { notify } from '../state/ui.ts';

/**
 * A dialog about a record, which another window, another program or an undo may take away meanwhile: it shuts then, and says so.
 * `nameIn`: what the record is called, undefined once it is gone.
 */
export function whileThere<Props extends { onClose: () => void }>(
  Dialog: FunctionComponent<Props>,
  nameIn: (records: Records, props: Props) => string | undefined,
): FunctionComponent<Props> {
  return function WhileThere(props: Props) {
    const { onClose } = props;
    const name = useRecords((state) => nameIn(state, props));
    const project = useRecords((state) => state.status?.project?.opening);
    const [first] = useState({ name, project });
    const isGone = name === undefined;
    useEffect(() => {
      if (!isGone) return;
      onClose();
      // With the project all goes, of which the window tells otherwise.
      if (project === first.project) notify('error', strings.common.gone(first.name ?? ''));
    }, [isGone, onClose, project, first]);
    return isGone ? null : <Dialog {...props} />;
  };
}

/** The article's name while it is the open one. */
export function openName({ open }: Records, { document }: { document: Id }): string | undefined {
  return open?.document.id === document ? open.document.name : undefined;
}
