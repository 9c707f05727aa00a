import { ChevronsDownUp, ChevronsUpDown, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { loadMentions } from '../../state/reading/mentions.ts';
import { t } from '../../state/locale.ts';
import { foldedSections, foldAll, isFolded, readingSections } from '../../state/reading/reading-outline.ts';
import { lightUp } from '../../state/reading/reading-sight.ts';
import { isFollowing, startFollowing, stopFollowing, toggleReading } from '../../state/reading/reading.ts';
import { CypherBehind } from '../workbench/cypher-behind.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { PrintReading } from './print-reading.tsx';
import { ReadingContents } from './reading-contents.tsx';
import { ReadingParts } from './reading-parts.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The document beside the picture: its outline with what each passage gave, each lighting up what it says. */
export function ReadingTwin() {
  useEffect(() => void loadMentions(), []);
  useEffect(lightUp, []);
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current: element } = pane;
    // It may have been given to what stands around it, before it was there.
    if (element && element.parentElement === document.activeElement) element.focus();
    // It is still there as it is put away.
    return () => void (element && giveBackFocus(element));
  }, []);
  return (
    <section ref={pane} className="reading" aria-label={t('reading.title')} tabIndex={-1}>
      <ReadingHeader />
      <ReadingParts />
      <ReadingContents />
      <PrintReading />
    </section>
  );
}

/** Gives the focus that the document has, as it is put away, to what opens it again, or to the picture where nothing does. */
function giveBackFocus(pane: HTMLElement): void {
  if (!pane.contains(document.activeElement)) return;
  // There are two of them, of which one is in sight.
  const openers = [...document.querySelectorAll<HTMLElement>('.reading-button')];
  const opener = openers.find((button) => button.checkVisibility());
  (opener ?? document.querySelector<HTMLElement>('.canvas'))?.focus();
}

function ReadingHeader() {
  const isFollowed = useSignal(isFollowing);
  return (
    <header className="reading-header">
      <h2>{t('reading.title')}</h2>
      <button
        type="button"
        role="switch"
        className="reading-follow"
        aria-checked={isFollowed}
        title={t('reading.followHint')}
        onClick={isFollowed ? stopFollowing : startFollowing}
      >
        <i aria-hidden="true" /> <span>{t('reading.follow')}</span>
      </button>
      <FoldButton />
      <CypherBehind parts={() => [{ title: t('reading.title'), query: 'mentions', parameters: {} }]} />
      <IconButton label={t('reading.close')} onPress={toggleReading}>
        <X aria-hidden="true" size={18} />
      </IconButton>
    </header>
  );
}

/** Folds all sections, or unfolds them; of a document without sections there is nothing to fold. */
function FoldButton() {
  const sections = useSignal(readingSections);
  useSignal(foldedSections);
  const areFolded = sections.some(({ id }) => isFolded(id));
  if (sections.length === 0) return null;
  return (
    <IconButton label={t(areFolded ? 'reading.unfoldAll' : 'reading.foldAll')} onPress={() => foldAll(!areFolded)}>
      {areFolded ? <ChevronsUpDown aria-hidden="true" size={16} /> : <ChevronsDownUp aria-hidden="true" size={16} />}
    </IconButton>
  );
}
