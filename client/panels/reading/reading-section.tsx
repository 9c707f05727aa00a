import { ChevronRight } from 'lucide-react';
import { t } from '../../state/locale.ts';
import { nameOf, summaryOf } from '../../state/ontology.ts';
import { setFolded } from '../../state/reading/reading-outline.ts';
import type { ReadingItem } from '../../state/reading/reading-outline.ts';

interface ReadingSectionProps {
  item: ReadingItem;
  isActive: boolean;
  isFolded: boolean;
}

/** The heading of a section, which folds it away. */
export function ReadingSection({ item: { id, node, addresses }, isActive, isFolded }: ReadingSectionProps) {
  const summary = summaryOf(node);
  return (
    <>
      <button
        type="button"
        className="quiet icon-only reading-chevron"
        tabIndex={isActive ? 0 : -1}
        aria-label={t(isFolded ? 'reading.unfold' : 'reading.fold', { name: nameOf(node) })}
        onClick={() => setFolded(id, !isFolded)}
      >
        <ChevronRight aria-hidden="true" size={16} />
      </button>
      <span className="reading-heading">{nameOf(node)}</span>
      <small>{t('reading.sentences', { n: addresses.length })}</small>
      {isFolded && summary && <p>{summary}</p>}
    </>
  );
}
