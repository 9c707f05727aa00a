import { computed } from '@preact/signals-core';
import { writeAddress } from '../state/view/address.ts';
import { inLocale, t } from '../state/locale.ts';
import { ontology } from '../state/ontology.ts';
import { useSignal } from './hooks/use-signal.ts';

const viewAddress = computed(writeAddress);

/** Below the picture in a frame of another page: what it is of, and the way to the whole page with the same view. */
export function EmbedBar() {
  const known = useSignal(ontology);
  const address = useSignal(viewAddress);
  return (
    <footer className="embed-bar">
      <h1>{known && inLocale(known.title)}</h1>
      <a href={`${location.pathname}${address && `#${address}`}`} target="_blank" rel="noreferrer">
        {t('embed.open')} <span aria-hidden="true">↗</span>
      </a>
    </footer>
  );
}
