import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../state/locale.ts';
import { ontology } from '../../state/ontology.ts';
import { originalText } from '../../state/reading/original-text.ts';
import { mismatches } from '../../state/reading/text-mismatches.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { useMedia } from '../hooks/use-media.ts';
import { useSignal } from '../hooks/use-signal.ts';

const CoverageStrip = lazyPart(async () => (await import('./coverage-strip.tsx')).CoverageStrip);
const OriginalText = lazyPart(async () => (await import('./original-text.tsx')).OriginalText);

type Part = 'coverage' | 'wholeText';

/** What there is of the document beside its outline, each shown on demand: how much of it the graph has, and its text. */
export function ReadingParts() {
  const known = useSignal(ontology)?.document;
  const isSmall = useMedia('(max-width: 860px)');
  const [asked, setAsked] = useState<Partial<Record<Part, boolean>>>({});
  const hasText = useSignal(originalText) !== null;
  const faults = useSignal(mismatches).length;
  // The text that the server has is fetched by the part that tells of it.
  const isOpen = { coverage: !isSmall, wholeText: known?.hasText === true, ...asked };
  // A file may come by being dropped anywhere: what is wrong with it is told in the part.
  if (hasText && asked.wholeText === undefined) setAsked({ ...asked, wholeText: true });
  const button = (part: Part) => (
    <button
      type="button"
      className="quiet reading-part"
      aria-expanded={isOpen[part]}
      onClick={() => setAsked({ ...asked, [part]: !isOpen[part] })}
    >
      <ChevronRight aria-hidden="true" size={14} /> {t(`reading.${part}`)}
      {part === 'wholeText' && !isOpen.wholeText && faults > 0 && ` · ${t('original.mismatches', { n: faults })}`}
    </button>
  );
  return (
    <>
      <div className="reading-parts">
        {known && (
          <span lang={known.language} title={known.reference.title}>
            {known.reference.title}
          </span>
        )}
        {button('coverage')}
        {button('wholeText')}
      </div>
      {(isOpen.coverage || isOpen.wholeText) && (
        <div className="reading-unfolded">
          {isOpen.coverage && <CoverageStrip />}
          {isOpen.wholeText && <OriginalText />}
        </div>
      )}
    </>
  );
}
