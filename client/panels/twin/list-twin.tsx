import { reveal } from '../../state/actions.ts';
import { toggleSelected } from '../../state/picture/select-actions.ts';
import { inLocale, t } from '../../state/locale.ts';
import { ontology } from '../../state/ontology.ts';
import { listGroups } from '../../state/picture/filters.ts';
import { openMenu } from '../../state/picture/menu.ts';
import { selectedId, selectedIds } from '../../state/view/view.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { ResultTable } from '../workbench/result-table.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The picture's text twin: everything on screen by label, each a button that selects it. */
export function ListTwin() {
  const groups = useSignal(listGroups);
  const styles = useSignal(ontology)?.labels ?? [];
  const chosen = useSignal(selectedId);
  const many = useSignal(selectedIds);
  return (
    <section className="list-twin" id="list" aria-label={t('list.title')} tabIndex={-1}>
      <h2 className="visually-hidden">{t('list.title')}</h2>
      <ResultTable />
      {groups.length === 0 && <p className="empty">{t('list.empty')}</p>}
      {groups.map(({ label, nodes }) => {
        const style = styles.find(({ name }) => name === label);
        return (
          <section key={label} aria-label={style ? inLocale(style.title) : label}>
            <h3>
              {style && <LabelBadge style={style} />} {style ? inLocale(style.title) : label}{' '}
              <span className="count">{nodes.length}</span>
            </h3>
            <ul>
              {nodes.map(({ id, caption, relationships }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={id === chosen || many.has(id)}
                    onClick={(event) => {
                      if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(id);
                      else void reveal(id);
                    }}
                    onContextMenu={(event) => {
                      event.preventDefault();
                      openMenu(many.has(id) ? [...many] : [id], event.currentTarget);
                    }}
                  >
                    <span>{caption}</span> <small>{t('list.relationships', { n: relationships })}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
