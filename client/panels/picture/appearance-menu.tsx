import { Check } from 'lucide-react';
import { colours, isColourName } from '../../state/picture/colours.ts';
import type { ColourName } from '../../state/picture/colours.ts';
import { setAppearance } from '../../state/picture/filter-actions.ts';
import { t } from '../../state/locale.ts';
import { captionChoices, labelTitle, legendLabelOf, propertyTitle } from '../../state/ontology.ts';
import { picture } from '../../state/picture/picture.ts';
import { scheme } from '../../state/scheme.ts';
import { appearances } from '../../state/view/view.ts';
import { Choice } from '../widgets/choice.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const names = Object.keys(colours).filter(isColourName);

/** How nodes of a label look: their colour, and the property that names them. It is kept for the next visit. */
export function AppearanceMenu({ label }: { label: string }) {
  const { colour = null, caption = null } = useSignal(appearances).get(label) ?? {};
  const { nodes } = useSignal(picture);
  const own = [...nodes.values()].filter((node) => legendLabelOf(node).name === label);
  return (
    <div className="appearance">
      <h3>{t('appearance.title', { label: labelTitle(label) })}</h3>
      <div role="radiogroup" aria-label={t('appearance.colour')} className="colour-choices">
        <Swatch label={label} name={null} isChosen={colour === null} />
        {names.map((name) => (
          <Swatch key={name} label={label} name={name} isChosen={colour === name} />
        ))}
      </div>
      <Choice
        label={t('appearance.caption')}
        value={caption ?? ''}
        options={[
          { id: '', text: t('appearance.usual') },
          ...captionChoices(own).map((name) => ({ id: name, text: propertyTitle(name) })),
        ]}
        onChange={(name) => setAppearance(label, { caption: name || null })}
      />
    </div>
  );
}

/** One colour to choose, or the usual one: it is named, for not everybody tells colours apart. */
function Swatch({ label, name, isChosen }: { label: string; name: ColourName | null; isChosen: boolean }) {
  const shown = useSignal(scheme);
  const title = t(name === null ? 'appearance.usual' : colours[name].word);
  return (
    <label className="colour-choice" title={title}>
      <input
        type="radio"
        name={`colour of ${label}`}
        checked={isChosen}
        onChange={() => setAppearance(label, { colour: name })}
      />
      <span className="visually-hidden">{title}</span>
      <i
        aria-hidden="true"
        data-usual={name === null}
        style={name === null ? {} : { background: colours[name][shown] }}
      >
        {isChosen && <Check size={14} />}
      </i>
    </label>
  );
}
