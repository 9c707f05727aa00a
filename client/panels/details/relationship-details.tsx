import { Plus } from 'lucide-react';
import { bring } from '../../state/actions.ts';
import { inLocale, t } from '../../state/locale.ts';
import { typeStyleOf } from '../../state/ontology.ts';
import type { Selection } from '../../state/picture/picture.ts';
import { surface } from '../../state/view/view.ts';
import { Facts } from './facts.tsx';
import { Sentence } from './sentence.tsx';
import { WhyHere } from '../reading/why-here.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** A relationship: one sentence, and where the document says so. */
export function RelationshipDetails({ selection }: { selection: Extract<Selection, { kind: 'relationship' }> }) {
  const { relationship, isOnScreen } = selection;
  const isChart = useSignal(surface) === 'chart';
  const style = typeStyleOf(relationship.type);
  return (
    <article className="details">
      <header>
        <p className="kind">
          <span aria-hidden="true" className="stroke" data-line={style.line} /> {inLocale(style.title)}
        </p>
        <h2 className="statement">
          <Sentence relationship={relationship} />
        </h2>
        {!isOnScreen && !isChart && <p className="hint">{t('inspector.offScreen')}</p>}
      </header>
      {!isOnScreen && !isChart && (
        <div className="actions">
          <button type="button" className="primary" onClick={() => void bring(relationship.start, relationship.end)}>
            <Plus aria-hidden="true" size={16} /> {t('inspector.show')}
          </button>
        </div>
      )}
      <Facts properties={relationship.properties} />
      <WhyHere of={relationship} />
    </article>
  );
}
