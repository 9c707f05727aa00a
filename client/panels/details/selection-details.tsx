import { X } from 'lucide-react';
import { select, selectMany, toggleSelected } from '../../state/picture/select-actions.ts';
import { t } from '../../state/locale.ts';
import { actsFor } from '../../state/picture/node-acts.ts';
import { labelStyleOf } from '../../state/ontology.ts';
import { nameOfId, picture } from '../../state/picture/picture.ts';
import { pins, selectedIds } from '../../state/view/view.ts';
import { actIcons } from '../widgets/act-icons.ts';
import { FigureSparks } from '../figures/figure-spark.tsx';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Several nodes that are selected together: what can be done with all of them, and which they are. */
export function SelectionDetails() {
  const ids = [...useSignal(selectedIds)];
  const { nodes } = useSignal(picture);
  useSignal(pins);
  const acts = actsFor(ids);
  return (
    <article className="details">
      <h2>{t('many.title', { n: ids.length })}</h2>
      <div className="actions">
        {acts.map(({ name, word, run }, index) => {
          const Icon = actIcons[name];
          return (
            <button
              key={word(ids)}
              type="button"
              className={index === 0 ? 'primary' : undefined}
              onClick={() => run(ids)}
            >
              {Icon && <Icon aria-hidden="true" size={16} />} {t(word(ids))}
            </button>
          );
        })}
        <button type="button" className="quiet" onClick={() => selectMany([])}>
          {t('many.none')}
        </button>
      </div>
      <ul className="entries">
        {ids.map((id) => {
          const node = nodes.get(id);
          const name = nameOfId(id);
          return (
            <li key={id}>
              {node && <LabelBadge style={labelStyleOf(node)} size={22} />}
              <button type="button" className="link" onClick={() => select(id)}>
                {name}
              </button>
              <button
                type="button"
                className="icon-only"
                aria-label={t('many.letGo', { name })}
                onClick={() => toggleSelected(id)}
              >
                <X aria-hidden="true" size={16} />
              </button>
              <FigureSparks of={id} />
            </li>
          );
        })}
      </ul>
    </article>
  );
}
