import { formatNumber, inLocale, t } from '../state/locale.ts';
import type { Word } from '../state/locale.ts';
import { health } from '../state/health.ts';
import { ontology } from '../state/ontology.ts';
import { passages } from '../state/passages.ts';
import { Questions } from './questions.tsx';
import { useSignal } from './use-signal.ts';

/** The document in a nutshell: its title, three numbers, and questions to start from. */
export function Introduction() {
  const known = useSignal(ontology);
  const whole = useSignal(health);
  const sentences = useSignal(passages).length;
  if (!known) return null;
  const numbers: [Word, number | undefined][] = [
    ['count.nodes', whole?.nodes],
    ['count.relationships', whole?.relationships],
    ['count.passages', sentences || undefined],
  ];
  return (
    <div className="introduction">
      <h2>{inLocale(known.title)}</h2>
      <p className="subtitle">{inLocale(known.subtitle)}</p>
      <dl className="numbers">
        {numbers.map(([word, value]) => (
          <div key={word}>
            <dd>{value === undefined ? '…' : formatNumber(value)}</dd>
            <dt>{t(word)}</dt>
          </div>
        ))}
      </dl>
      <Questions />
      <p className="hint">{t('inspector.nothing')}</p>
    </div>
  );
}
