import { Check, Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { bring } from '../../state/actions.ts';
import { select } from '../../state/picture/select-actions.ts';
import { bringFurther, leftOutOf, pageSize } from '../../state/picture/left-out.ts';
import { joinWords, problemSentence, t } from '../../state/locale.ts';
import { labelStyleOf } from '../../state/ontology.ts';
import { knownNode, nameOfId, picture } from '../../state/picture/picture.ts';
import type { More } from '../../state/picture/picture.ts';
import { expandMost } from '../../state/view/view.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { useAnswer } from '../hooks/use-answer.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** By how many an expansion can be taken further. */
const further = [10, 25];

/** The neighbours that an expansion left out, page by page: each can be brought by itself, or some more of them. */
export function LeftOutList({ more }: { more: More }) {
  const { source, kinds, shown, total } = more;
  const left = total - shown;
  const [page, setPage] = useState(0);
  const skip = Math.min(shown + page * pageSize, total - 1);
  const asked = useAnswer(
    useCallback((stopped: AbortSignal) => leftOutOf({ source, kinds }, skip, stopped), [source, kinds, skip]),
  );
  const { nodes } = useSignal(picture);
  const end = Math.min(skip + pageSize, total);
  const room = expandMost - shown;
  const counts = [...new Set(further.map((by) => Math.min(by, left)))];
  return (
    <article className="details">
      <header>
        <p className="kind">
          <button type="button" className="link" onClick={() => select(source)}>
            {nameOfId(source)}
          </button>
        </p>
        <h2>{t('more.title', { n: left })}</h2>
        <p className="hint">{t('inspector.expanded', { shown, total })}</p>
      </header>
      <div className="actions">
        {counts.map((n) => (
          <button key={n} type="button" disabled={room <= 0} onClick={() => void bringFurther(more, n)}>
            <Plus aria-hidden="true" size={16} /> {t('more.further', { n })}
          </button>
        ))}
        {room <= 0 && <p className="hint">{t('more.most', { n: expandMost })}</p>}
      </div>
      <section>
        <p className="hint">{t('more.hint')}</p>
        {asked.kind === 'waiting' && <p className="hint">{t('page.busy')}</p>}
        {asked.kind === 'failed' && <p role="alert">{problemSentence(asked.problem)}</p>}
        {asked.kind === 'answered' && (
          <ul className="entries">
            {asked.answer.map(({ id, types }) => (
              <Neighbour key={id} id={id} source={source} types={types} isOnScreen={nodes.has(id)} />
            ))}
          </ul>
        )}
      </section>
      {total - shown > pageSize && (
        <nav className="pages" aria-label={t('more.kind')}>
          <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('more.previous', { n: pageSize })}
          </button>
          <span className="hint" role="status">
            {t('more.range', { from: skip + 1, to: end, total })}
          </span>
          <button type="button" disabled={end >= total} onClick={() => setPage(page + 1)}>
            {t('more.next', { n: Math.min(pageSize, Math.max(total - end, 1)) })}
          </button>
        </nav>
      )}
    </article>
  );
}

interface NeighbourProps {
  id: string;
  source: string;
  types: readonly string[];
  isOnScreen: boolean;
}

function Neighbour({ id, source, types, isOnScreen }: NeighbourProps) {
  const node = knownNode(id);
  return (
    <li>
      <button type="button" className="entry" onClick={() => (isOnScreen ? select(id) : void bring(source, id))}>
        {node && <LabelBadge style={labelStyleOf(node)} size={22} />}
        <span>
          {nameOfId(id)} <small>{joinWords(types)}</small>
        </span>
        {isOnScreen ? (
          <small>
            <Check aria-hidden="true" size={14} /> {t('more.onScreen')}
          </small>
        ) : (
          <Plus aria-hidden="true" size={16} />
        )}
      </button>
    </li>
  );
}
