import { Ellipsis, Plus, Undo2, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { t } from '../../state/locale.ts';
import {
  activeTab,
  addTab,
  closedTabs,
  closeTab,
  hasRoom,
  mostTabs,
  nameOfTab,
  reopenTab,
  showTab,
  tabs,
} from '../../state/workbench/workbench.ts';
import type { Tab } from '../../state/workbench/workbench.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { PopoverButton } from '../widgets/popover-button.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { WorkbenchRename } from './workbench-rename.tsx';

const TabMenu = lazyPart(async () => (await import('./workbench-tab-menu.tsx')).TabMenu);

/** The reader's queries, one of them shown, and what can be done with it. */
export function WorkbenchTabs() {
  const all = useSignal(tabs);
  const shown = useSignal(activeTab);
  const isRoom = useSignal(hasRoom);
  const [isRenaming, setRenaming] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const focus = useKeptFocus();
  // The last of what can be reopened takes its button along.
  useSignal(closedTabs);
  useEffect(() => {
    document.getElementById(`tab-${shown.id}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown.id]);
  if (isRenaming) return <WorkbenchRename tab={shown} onDone={() => setRenaming(false)} />;
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = all.findIndex(({ id }) => id === shown.id);
    const moves: Record<string, Tab | undefined> = {
      ArrowLeft: all.at(index - 1),
      ArrowRight: all[(index + 1) % all.length],
      Home: all[0],
      End: all.at(-1),
    };
    const next = moves[event.key];
    if (next) showTab(next.id);
    else if (event.key === 'Delete') closeTab(shown.id);
    else if (event.key === 'F2') setRenaming(true);
    else return;
    event.preventDefault();
    focusShown(list.current);
  };
  return (
    <div {...focus} className="workbench-tabs">
      <div className="workbench-tablist" ref={list} role="tablist" aria-label={t('workbench.tabs')}>
        {all.map((tab) => (
          <TabButton
            key={tab.id}
            tab={tab}
            isShown={tab.id === shown.id}
            onKeyDown={onKeyDown}
            onRename={() => setRenaming(true)}
          />
        ))}
      </div>
      <button
        type="button"
        className="icon-only"
        disabled={!isRoom}
        title={t(isRoom ? 'workbench.newTab' : 'workbench.full', { limit: mostTabs })}
        aria-label={t('workbench.newTab')}
        onClick={() => addTab()}
      >
        <Plus aria-hidden="true" size={18} />
      </button>
      <ReopenButton />
      <PopoverButton
        label={t('workbench.tabMenu')}
        className="icon-only"
        face={<Ellipsis aria-hidden="true" size={18} />}
      >
        {(close) => <TabMenu onDone={close} onRename={() => setRenaming(true)} />}
      </PopoverButton>
    </div>
  );
}

/** Takes back the last closing of a tab. */
function ReopenButton() {
  const last = useSignal(closedTabs).at(-1)?.tab;
  if (!last) return null;
  const label = t('workbench.reopen', { name: nameOfTab(last) });
  return (
    <button type="button" className="icon-only" title={label} aria-label={label} onClick={reopenTab}>
      <Undo2 aria-hidden="true" size={16} />
    </button>
  );
}

/** Once the tab that is shown now is drawn, the keyboard goes on from there. */
function focusShown(list: HTMLElement | null): void {
  requestAnimationFrame(() => list?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
}

interface TabButtonProps {
  tab: Tab;
  isShown: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onRename: () => void;
}

function TabButton({ tab, isShown, onKeyDown, onRename }: TabButtonProps) {
  const onClick = ({ target }: MouseEvent): void => {
    // A mouse may hit the cross; keys and screen readers have Delete and the menu.
    if (target instanceof Element && target.closest('.workbench-tab-close')) closeTab(tab.id);
    else showTab(tab.id);
  };
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${tab.id}`}
      className="workbench-tab"
      aria-selected={isShown}
      aria-controls="workbench-query"
      aria-keyshortcuts="Delete F2"
      tabIndex={isShown ? 0 : -1}
      title={t('workbench.tabHint', { name: nameOfTab(tab) })}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onDoubleClick={onRename}
      onAuxClick={({ button }) => {
        if (button === 1) closeTab(tab.id);
      }}
    >
      <span className="workbench-tab-name">{nameOfTab(tab)}</span>
      {tab.stopping !== null && <span className="visually-hidden">{t('workbench.running')}</span>}
      <span className="workbench-tab-close" aria-hidden="true" data-running={tab.stopping !== null}>
        <X size={14} />
      </span>
    </button>
  );
}
