import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useCallback, useState } from 'react';
import { expand } from '../../state/actions.ts';
import { kindsOf } from '../../state/picture/kinds.ts';
import type { Kind } from '../../state/picture/kinds.ts';
import { formatNumber, inLocale, joinWords, problemSentence, t } from '../../state/locale.ts';
import { labelTitle, typeStyleOf } from '../../state/ontology.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { expandBy, expansionOf } from '../../state/view/view.ts';
import { useAnswer } from '../hooks/use-answer.ts';

/** Labels that are named beside a kind; a pointer shows them all. */
const mostLabels = 2;

/** The kinds of a node's neighbours with their counts, before anything is fetched: tick some, and expand those. */
export function ExpandMenu({ id, onDone }: { id: string; onDone: () => void }) {
  const asked = useAnswer(useCallback((stopped: AbortSignal) => kindsOf(id, stopped), [id]));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const kinds = asked.kind === 'answered' ? asked.answer : [];
  const chosen = kinds.filter(({ key }) => ticked.has(key));
  const total = chosen.reduce((sum, { count }) => sum + count, 0);
  const keys = chosen.map(({ key }) => key).toSorted();
  const n = Math.min(total - Math.min(expansionOf(id, keys), total), expandBy);
  const sections = [
    { title: undefined, kinds: kinds.filter(({ type }) => !typeStyleOf(type).isStructural) },
    { title: t('kinds.structural'), kinds: kinds.filter(({ type }) => typeStyleOf(type).isStructural) },
  ];
  const toggle = (key: string): void => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    setTicked(next);
  };
  return (
    <form
      className="kinds"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
        void expand(id, keys);
      }}
    >
      <h3>{t('kinds.title', { name: nameOfId(id) })}</h3>
      {asked.kind === 'waiting' && <p className="hint">{t('page.busy')}</p>}
      {asked.kind === 'failed' && <p role="alert">{problemSentence(asked.problem)}</p>}
      {asked.kind === 'answered' && kinds.length === 0 && <p className="hint">{t('kinds.nothing')}</p>}
      <div className="kinds-list">
        {sections
          .filter((section) => section.kinds.length > 0)
          .map((section) => (
            <section key={section.title ?? ''}>
              {section.title !== undefined && <h4>{section.title}</h4>}
              <ul>
                {section.kinds.map((kind) => (
                  <KindLine key={kind.key} kind={kind} isTicked={ticked.has(kind.key)} onToggle={toggle} />
                ))}
              </ul>
            </section>
          ))}
      </div>
      {kinds.length > 0 && (
        <footer>
          <button
            type="button"
            className="link"
            onClick={() => setTicked(new Set(chosen.length > 0 ? [] : kinds.map(({ key }) => key)))}
          >
            {t(chosen.length > 0 ? 'kinds.none' : 'kinds.all')}
          </button>
          <button type="submit" className="primary" disabled={n === 0}>
            {chosen.length === 0 ? t('kinds.pick') : t(n < total ? 'kinds.expandPart' : 'kinds.expand', { n, total })}
          </button>
        </footer>
      )}
    </form>
  );
}

interface KindLineProps {
  kind: Kind;
  isTicked: boolean;
  onToggle: (key: string) => void;
}

function KindLine({ kind: { key, type, direction, count, labels }, isTicked, onToggle }: KindLineProps) {
  const Arrow = direction === 'out' ? ArrowRight : ArrowLeft;
  const titles = labels.map(({ name }) => labelTitle(name));
  return (
    <li>
      <label title={joinWords(titles)}>
        <input type="checkbox" checked={isTicked} onChange={() => onToggle(key)} />
        <Arrow aria-hidden="true" size={16} />
        <span className="name">
          {inLocale(typeStyleOf(type).title)} <span className="visually-hidden">{t(`kinds.${direction}`)}</span>
          <small>{joinWords(titles.slice(0, mostLabels))}</small>
        </span>
        <span className="count">{formatNumber(count)}</span>
      </label>
    </li>
  );
}
