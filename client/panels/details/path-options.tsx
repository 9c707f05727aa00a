import { useState } from 'react';
import { mostHops, refinePath } from '../../state/picture/path-actions.ts';
import { inLocale, t } from '../../state/locale.ts';
import { structuralTypes, typeOrder, typeStyleOf } from '../../state/ontology.ts';
import { pathKinds, pathStep, steps } from '../../state/view/view.ts';
import { Fold } from '../widgets/fold.tsx';
import { RangeSlider } from '../widgets/range-slider.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** How paths are asked for: which of them, how many steps they may have, and by what they must not lead. */
export function PathOptions() {
  useSignal(steps);
  const structural = useSignal(structuralTypes);
  const types = useSignal(typeOrder);
  const step = pathStep();
  // What the slider says until it is let go of.
  const [draft, setDraft] = useState<number | null>(null);
  if (!step) return null;
  const { pathKind, maxHops } = step;
  const avoided = new Set(step.avoid ?? structural);
  const toggle = (type: string): void => {
    const next = new Set(avoided);
    if (!next.delete(type)) next.add(type);
    const isUsual = next.size === structural.length && structural.every((name) => next.has(name));
    void refinePath({ avoid: isUsual ? null : [...next].toSorted() });
  };
  return (
    <div className="path-options">
      <Fold title={t('path.kind')} note={t(`path.${pathKind}`)}>
        {() => (
          <>
            <div className="segments" role="group" aria-label={t('path.kind')}>
              {pathKinds.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  aria-pressed={kind === pathKind}
                  onClick={() => {
                    if (kind !== pathKind) void refinePath({ pathKind: kind });
                  }}
                >
                  {t(`path.${kind}`)}
                </button>
              ))}
            </div>
            <RangeSlider
              label={t('path.hops')}
              from={1}
              to={mostHops[pathKind]}
              values={[Math.min(draft ?? maxHops, mostHops[pathKind])]}
              names={[t('path.hops')]}
              textOf={(n) => t('path.hopsValue', { n })}
              onChange={([n = maxHops]) => setDraft(n)}
              onChangeEnd={([n = maxHops]) => {
                setDraft(null);
                if (n !== maxHops) void refinePath({ maxHops: n });
              }}
            />
            <Fold title={t('path.avoid')} note={t('path.avoided', { n: avoided.size })}>
              {() => (
                <ul className="ticks">
                  {types.map((type) => (
                    <li key={type}>
                      <label>
                        <input type="checkbox" checked={avoided.has(type)} onChange={() => toggle(type)} />
                        <span className="name">{inLocale(typeStyleOf(type).title)}</span>
                      </label>
                    </li>
                  ))}
                </ul>
              )}
            </Fold>
          </>
        )}
      </Fold>
    </div>
  );
}
