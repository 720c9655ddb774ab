/**
 * Work that can wait until the next frame is on the screen: what the eye waits for (the text and its codings) is drawn
 * first, and the panels around it follow right behind.
 */

/** A frame that takes longer than this, or never comes because the window is hidden, is not waited for. */
const longestWait = 100;

const waiting = new Set<() => void>();
let isScheduled = false;

function flush(): void {
  isScheduled = false;
  const due = [...waiting];
  waiting.clear();
  for (const run of due) run();
}

function schedule(): void {
  isScheduled = true;
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    flush();
  };
  const timer = setTimeout(once, longestWait);
  requestAnimationFrame(() => {
    // A message that is sent while a frame is made arrives after that frame was drawn. The work is a task of its own then:
    // keys and others that wait for the same frame come before it.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => setTimeout(once);
    channel.port2.postMessage(0);
  });
}

/** Runs `run` after the next frame; asked twice before that, it runs once. The answer takes it back. */
export function afterFrame(run: () => void): () => void {
  waiting.add(run);
  if (!isScheduled) schedule();
  return () => waiting.delete(run);
}
