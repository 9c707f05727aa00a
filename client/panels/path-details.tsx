import { clearPath } from '../state/actions.ts';
import { groundsOf } from '../state/evidence.ts';
import { t } from '../state/locale.ts';
import { nameOfId, picture } from '../state/picture.ts';
import { Citations } from './citations.tsx';
import { Sentence } from './sentence.tsx';
import { useSignal } from './use-signal.ts';

/** The path on screen, step by step, each a sentence with its evidence. */
export function PathDetails() {
  const { paths, relationships } = useSignal(picture);
  const [path = []] = paths;
  const [from = '', to = ''] = [path[0], path.at(-1)];
  const steps = path.flatMap((id) => relationships.get(id) ?? []);
  return (
    <article className="details">
      <h2>{t('path.found', { from: nameOfId(from), to: nameOfId(to), n: steps.length })}</h2>
      <ol className="relations steps">
        {steps.map((relationship) => (
          <li key={relationship.id}>
            <Sentence relationship={relationship} />
            <Citations grounds={groundsOf(relationship.properties)} />
          </li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" onClick={() => void clearPath()}>
          {t('path.close')}
        </button>
      </div>
    </article>
  );
}
