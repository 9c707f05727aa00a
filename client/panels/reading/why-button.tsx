import { CircleQuestionMark } from 'lucide-react';
import type { Relationship } from '../../../server/contract/graph.ts';
import { t } from '../../state/locale.ts';
import { sentenceOf } from '../../state/ontology.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { askWhy } from '../../state/reading/why-sought.ts';

/** Leads from a sentence to why it is on the graph. */
export function WhyButton({ of }: { of: Relationship }) {
  return (
    <button
      type="button"
      className="quiet icon-only why-button"
      aria-label={t('why.of', { sentence: sentenceOf(of, nameOfId) })}
      title={t('why.title')}
      onClick={() => askWhy(of.id)}
    >
      <CircleQuestionMark aria-hidden="true" size={14} />
    </button>
  );
}
