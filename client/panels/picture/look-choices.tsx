import { styleBy } from '../../state/picture/filter-actions.ts';
import { formatNumber, t } from '../../state/locale.ts';
import { colourChoices, colourLegend, sizeChoices } from '../../state/picture/looks.ts';
import { scheme } from '../../state/scheme.ts';
import { colourBy, sizeBy } from '../../state/view/view.ts';
import { Choice } from '../widgets/choice.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** What the sizes and colours of nodes say, and the key to the colours where they are not the labels'. */
export function LookChoices() {
  const sizes = useSignal(sizeChoices);
  const colours = useSignal(colourChoices);
  const size = useSignal(sizeBy);
  const colour = useSignal(colourBy);
  const entries = useSignal(colourLegend);
  const now = useSignal(scheme);
  return (
    <div className="look-choices">
      <Choice
        label={t('looks.size')}
        options={sizes.map(({ by, title }) => ({ id: by, text: title }))}
        value={size}
        onChange={(by) => styleBy('size', by)}
      />
      <Choice
        label={t('looks.colour')}
        options={colours.map(({ by, title }) => ({ id: by, text: title }))}
        value={colour}
        onChange={(by) => styleBy('colour', by)}
      />
      {entries.length > 0 && (
        <ul className="colour-key">
          {entries.map((entry) => (
            <li key={entry.title}>
              <span aria-hidden="true" className="swatch" style={{ backgroundColor: entry.colour[now] }} />
              <span className="name">{entry.title}</span>
              <span className="count">{formatNumber(entry.count)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
