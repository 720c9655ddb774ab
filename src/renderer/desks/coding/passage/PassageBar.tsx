import { Ellipsis, Link2, StickyNote, Tag, Trash2 } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Button as AriaButton, Toolbar } from 'react-aria-components';
import { passageStrings as say } from '#words/window/passage.ts';
import type { ActionId } from '../../../../shared/actions.ts';
import type { Id } from '../../../../shared/model/records.ts';
import { reader } from '../../../actions/readerHandle.ts';
import { isEnabled, labelOf, runAction } from '../../../actions/registry.ts';
import { useKeysOf } from '../../../actions/shownKeys.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { Swatch } from '../../../components/Swatch.tsx';
import { currentProject, useRecords } from '../../../state/records.ts';
import { useUi } from '../../../state/ui.ts';
import { applyCode } from '../actions/coding.ts';
import { shutPassage, usePassage } from '../state/passage.ts';
import { recentCodes } from './passageEntries.tsx';
import styles from './PassageBar.module.css';

/** Pixels that the bar keeps from the passage and from the window's edge. */
const gap = 8;
/** How many codes that were used last stand in the bar. */
const mostRecent = 3;

/**
 * What can be done with the passage that the pointer has just selected, or the coding it has chosen. Keys need no bar: the first one
 * shuts it, as do scrolling and a press elsewhere. The same and more stands in the menu of the text.
 */
export function PassageBar() {
  const box = usePassage((state) => state.bar);
  const isSelected = useUi((state) => state.selection !== null);
  const active = useUi((state) => state.activeAnnotation);
  const coding = useRecords((state) => (active === null ? undefined : state.open?.annotations.get(active)));
  const isHidden = useUi((state) => state.picker !== null || state.dialog !== null || state.view !== 'code');
  const isGone = box !== null && (isHidden || !(isSelected || coding));
  useEffect(() => {
    if (isGone) shutPassage();
  }, [isGone]);
  if (box === null || isHidden || currentProject()?.readOnly !== false || !(isSelected || coding)) return null;
  const key = isSelected ? 'passage' : `coding ${coding?.id ?? ''}`;
  return <OpenBar key={key} box={box} coding={isSelected ? null : (coding?.code ?? null)} />;
}

function OpenBar({ box, coding }: { box: DOMRect; coding: Id | null }) {
  const bar = useRef<HTMLDivElement>(null);
  useDismissal(bar);
  useLayoutEffect(() => {
    if (bar.current) place(bar.current, box);
  }, [box]);
  const code = useRecords((state) => (coding === null ? undefined : state.codes.get(coding)));
  return (
    // The text keeps the focus, and what is selected in it.
    <div ref={bar} className={styles.place} onMouseDown={(event) => event.preventDefault()}>
      <Toolbar aria-label={code ? say.codingBar(code.name) : say.bar} className={styles.bar ?? ''}>
        {coding === null ? <PassageActs /> : <CodingActs code={coding} />}
        <More bar={bar} />
      </Toolbar>
    </div>
  );
}

/** Above the passage; below it where there is no room. */
function place(bar: HTMLElement, box: DOMRect): void {
  const { width, height } = bar.getBoundingClientRect();
  const room = { width: window.innerWidth, height: window.innerHeight };
  const isMirrored = document.querySelector('.cm-editor')?.getAttribute('dir') === 'rtl';
  const wanted = isMirrored ? box.right - width : box.left;
  const left = Math.max(gap, Math.min(wanted, room.width - gap - width));
  const above = box.top - gap - height;
  const top = above >= gap ? above : Math.min(box.bottom + gap, room.height - gap - height);
  bar.style.left = `${left}px`;
  bar.style.top = `${top}px`;
}

/** Whatever is not meant for the bar shuts it. */
function useDismissal(bar: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const ending = new AbortController();
    const leave = ({ target }: Event): void => {
      if (!(target instanceof Node && bar.current?.contains(target) === true)) shutPassage();
    };
    const options = { capture: true, signal: ending.signal };
    for (const kind of ['pointerdown', 'keydown', 'scroll'] as const) document.addEventListener(kind, leave, options);
    window.addEventListener('resize', shutPassage, options);
    return () => ending.abort();
  }, [bar]);
}

/** Shuts the bar and gives the text its focus back before something is done there. */
function doing(act: () => void): () => void {
  return () => {
    shutPassage();
    reader()?.focus();
    act();
  };
}

function PassageActs() {
  const recent = useUi((state) => state.recentCodes);
  const shown = recent.length === 0 ? [] : recentCodes(mostRecent);
  return (
    <>
      {shown.map(({ id, name, hue, pattern }) => (
        <BarButton key={id} label={say.apply(name)} onPress={doing(() => applyCode(id))}>
          <Swatch hue={hue} pattern={pattern} />
          <bdi className={styles.name}>{name}</bdi>
        </BarButton>
      ))}
      <BarButton label={labelOf('code.pick')} onPress={doing(() => runAction('code.pick'))}>
        <Tag aria-hidden="true" />
        {say.pick}
      </BarButton>
    </>
  );
}

function CodingActs({ code: id }: { code: Id }) {
  const code = useRecords((state) => state.codes.get(id));
  return (
    <>
      {code && (
        <BarButton label={say.change(code.name)} onPress={doing(() => runAction('code.change'))}>
          <Swatch hue={code.hue} pattern={code.pattern} />
          <bdi className={styles.name}>{code.name}</bdi>
        </BarButton>
      )}
      <BarIcon action="code.memo" label={say.memo} icon={<StickyNote aria-hidden="true" />} />
      <BarIcon action="code.link" label={say.link} icon={<Link2 aria-hidden="true" />} />
      <BarIcon action="code.remove" label={say.remove} icon={<Trash2 aria-hidden="true" />} />
    </>
  );
}

function BarButton({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <AriaButton aria-label={label} onPress={onPress} className={styles.act ?? ''}>
      {children}
    </AriaButton>
  );
}

function BarIcon({ action, label, icon }: { action: ActionId; label: string; icon: ReactNode }) {
  const keys = useKeysOf(action);
  return (
    <IconButton
      label={label}
      keys={keys}
      icon={icon}
      placement="top"
      isDisabled={!isEnabled(action)}
      onPress={doing(() => void runAction(action))}
    />
  );
}

/** Opens the menu, below the bar. */
function More({ bar }: { bar: RefObject<HTMLDivElement | null> }) {
  const open = (): void => {
    const box = bar.current?.getBoundingClientRect();
    const { selection, activeAnnotation } = useUi.getState();
    const annotation = selection === null ? activeAnnotation : null;
    reader()?.focus();
    usePassage.setState({ bar: null, menu: box ? { at: { x: box.left, y: box.bottom }, annotation } : null });
  };
  return <IconButton label={say.more} placement="top" icon={<Ellipsis aria-hidden="true" />} onPress={open} />;
}
