import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../../state/locale.ts';
import { longestTitle, nameOfTab, renameTab } from '../../state/workbench/workbench.ts';
import type { Tab } from '../../state/workbench/workbench.ts';

/** A field for a tab's name, in the place of the tabs. Enter and leaving it keep the name, Escape does not. */
export function WorkbenchRename({ tab, onDone }: { tab: Tab; onDone: () => void }) {
  const [title, setTitle] = useState(nameOfTab(tab));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const keep = (): void => {
    // A number that nobody wrote stays the page's own.
    renameTab(tab.id, title.trim() === nameOfTab({ ...tab, title: '' }) ? '' : title);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !(event.key === 'Enter' || event.key === 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Enter') keep();
    else onDone();
    requestAnimationFrame(() => document.getElementById(`tab-${tab.id}`)?.focus());
  };
  return (
    <label className="workbench-tabs workbench-rename">
      {t('workbench.name')}
      <input
        ref={field}
        value={title}
        maxLength={longestTitle}
        onChange={({ target }) => setTitle(target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
