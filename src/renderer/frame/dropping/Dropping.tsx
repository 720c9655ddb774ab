import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { strings } from '#words/window/frame.ts';
import { inBackground } from '../../actions/ask.ts';
import { importFiles } from '../../actions/importing.ts';
import { droppedFiles } from '../../actions/incoming.ts';
import { useRecords } from '../../state/records.ts';
import styles from './Dropping.module.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** Takes files and folders that are dropped anywhere in the window. */
export function Dropping({ children }: { children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);
  // The pointer enters and leaves every element on its way; only the outermost pair counts.
  const depth = useRef(0);
  const project = useRecords((state) => state.status?.project ?? null);
  const refuses = project?.readOnly === true;
  const end = (): void => {
    depth.current = 0;
    setIsOver(false);
  };
  return (
    <div
      className={styles.window}
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return;
        depth.current++;
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (carriesFiles(event) && --depth.current <= 0) end();
      }}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = refuses ? 'none' : 'copy';
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        end();
        if (refuses) return;
        const dropped = droppedFiles(event.dataTransfer);
        inBackground(async () => {
          const { files, refused } = await dropped;
          await importFiles(files, { unreadable: refused });
        });
      }}
    >
      {children}
      {isOver && !refuses && (
        <div className={styles.veil} aria-hidden="true">
          <p>{project ? strings.reader.dropNow : strings.welcome.dropNow}</p>
        </div>
      )}
    </div>
  );
}
