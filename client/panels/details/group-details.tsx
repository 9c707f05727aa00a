import { useEffect, useRef } from 'react';
import { renameGroup } from '../../state/picture/group-actions.ts';
import { select } from '../../state/picture/select-actions.ts';
import { t } from '../../state/locale.ts';
import { actsFor } from '../../state/picture/node-acts.ts';
import { labelStyleOf } from '../../state/ontology.ts';
import { groupName, nameOfId, picture } from '../../state/picture/picture.ts';
import type { Group } from '../../state/view/view.ts';
import { actIcons } from '../widgets/act-icons.ts';
import { LabelBadge } from '../widgets/label-badge.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** A group of the reader's: its name, which can be changed, its members, and what can be done with it. */
export function GroupDetails({ group }: { group: Group }) {
  const { id, ids } = group;
  const name = groupName(group);
  const { nodes } = useSignal(picture);
  const field = useRef<HTMLInputElement>(null);
  // Undoing changes the name as well.
  useEffect(() => {
    if (field.current) field.current.value = name;
  }, [name]);
  const present = ids.flatMap((member) => nodes.get(member) ?? []);
  const rename = (text: string): void => {
    if (text.trim() !== '') renameGroup(id, text.trim());
  };
  return (
    <article className="details">
      <header>
        <p className="kind">{t('group.kind')}</p>
        <h2>{name}</h2>
      </header>
      <label className="field">
        {t('group.rename')}
        <input
          ref={field}
          type="text"
          defaultValue={name}
          maxLength={80}
          autoComplete="off"
          onBlur={({ currentTarget }) => rename(currentTarget.value)}
          onKeyDown={({ key, currentTarget, nativeEvent }) => {
            if (key === 'Enter' && !nativeEvent.isComposing) rename(currentTarget.value);
          }}
        />
      </label>
      <div className="actions">
        {actsFor([id]).map(({ name: act, word, run }) => {
          const Icon = actIcons[act];
          return (
            <button key={act} type="button" onClick={() => run([id])}>
              {Icon && <Icon aria-hidden="true" size={16} />} {t(word([id]))}
            </button>
          );
        })}
      </div>
      <section>
        <h3>
          {t('group.members')} <span className="count">{present.length}</span>
        </h3>
        <ul className="entries">
          {present.map((node) => (
            <li key={node.id}>
              <LabelBadge style={labelStyleOf(node)} size={22} />
              <button type="button" className="link" onClick={() => select(node.id)}>
                {nameOfId(node.id)}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
