import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { formatMoment, t } from '../../state/locale.ts';
import { changeSaved, deleteSaved, longestName, savedQueries, saveQuery } from '../../state/workbench/saved-queries.ts';
import type { SavedQuery } from '../../state/workbench/saved-queries.ts';
import { activeTab } from '../../state/workbench/workbench.ts';
import { parametersOf } from '../../state/workbench/workbench-parameters.ts';
import { QueryLine } from './query-line.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Saved queries: they can be renamed, take the editor's text, and be deleted. */
export function QuerySaved({ text }: { text: string }) {
  const queries = useSignal(savedQueries);
  const wanted = text.trim().toLowerCase();
  const shown = queries.filter(({ name, cypher }) => `${name} ${cypher}`.toLowerCase().includes(wanted));
  return (
    <>
      <SaveButton />
      {shown.length === 0 && (
        <p className="hint">{t(queries.length === 0 ? 'queries.noSaved' : 'queries.none', { text })}</p>
      )}
      <ul className="query-list">
        {shown.map((query) => (
          <Saved key={query.id} query={query} />
        ))}
      </ul>
    </>
  );
}

/** Saves what stands in the editor. */
function SaveButton() {
  const tab = useSignal(activeTab);
  return (
    <button
      type="button"
      className="save-query"
      disabled={tab.cypher.trim() === ''}
      onClick={() => saveQuery(tab.cypher, parametersOf(tab).values, tab.title)}
    >
      {t('queries.saveActive')}
    </button>
  );
}

function Saved({ query }: { query: SavedQuery }) {
  const [isNaming, setNaming] = useState(false);
  const focus = useKeptFocus<HTMLLIElement>();
  return (
    <li {...focus}>
      {isNaming ? (
        <NameField query={query} onDone={() => setNaming(false)} />
      ) : (
        <SavedLine query={query} onRename={() => setNaming(true)} />
      )}
    </li>
  );
}

function SavedLine({ query, onRename }: { query: SavedQuery; onRename: () => void }) {
  return (
    <QueryLine query={query} title={query.name} about={formatMoment(query.at)}>
      <button
        type="button"
        className="quiet icon-only"
        title={t('queries.rename')}
        aria-label={t('queries.act', { act: t('queries.rename'), name: query.name })}
        onClick={onRename}
      >
        <Pencil aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        className="quiet icon-only"
        title={t('queries.delete')}
        aria-label={t('queries.act', { act: t('queries.delete'), name: query.name })}
        onClick={() => deleteSaved(query.id)}
      >
        <Trash2 aria-hidden="true" size={16} />
      </button>
    </QueryLine>
  );
}

/** Another name, and by a button the editor's text in place of the saved one. Escape leaves all as it was. */
function NameField({ query: { id, name }, onDone }: { query: SavedQuery; onDone: () => void }) {
  const [text, setText] = useState(name);
  const tab = useSignal(activeTab);
  const keep = (change: Parameters<typeof changeSaved>[1]): void => {
    if (changeSaved(id, { name: text, ...change })) onDone();
  };
  return (
    <form
      className="query-name"
      onSubmit={(event) => {
        event.preventDefault();
        keep({});
      }}
    >
      <input
        aria-label={t('queries.name')}
        maxLength={longestName}
        value={text}
        // Whoever asked to rename it goes on by typing.
        ref={(input) => input?.focus()}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onDone();
        }}
      />
      <div className="query-acts">
        <button
          type="button"
          disabled={tab.cypher.trim() === ''}
          onClick={() => keep({ cypher: tab.cypher, params: parametersOf(tab).values })}
        >
          {t('queries.replace')}
        </button>
        <button type="submit" className="primary">
          {t('queries.keepName')}
        </button>
      </div>
    </form>
  );
}
