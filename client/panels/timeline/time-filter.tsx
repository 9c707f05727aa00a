import { Equal, Minus, Plus } from 'lucide-react';
import { compare, setAsOf } from '../../state/picture/filter-actions.ts';
import { changes, dates } from '../../state/picture/filters.ts';
import { beginAnew } from '../../state/view/history.ts';
import { formatDate, formatNumber, t } from '../../state/locale.ts';
import { asOf, compared } from '../../state/view/view.ts';
import { RangeSlider } from '../widgets/range-slider.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const changeSigns = { added: Plus, ended: Minus, unchanged: Equal } as const;
const changeKinds = ['added', 'ended', 'unchanged'] as const;

/** The picture at all times, as of a date, or at two dates compared. */
export function TimeFilter() {
  const all = useSignal(dates);
  const date = useSignal(asOf);
  const between = useSignal(compared);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return <p className="hint">{t('filter.timeNone')}</p>;
  const dateAt = (index: number): string => all[index] ?? last;
  const modes = [
    { word: 'time.all', isOn: date === null && between === null, choose: () => setAsOf(null) },
    { word: 'time.asOf', isOn: date !== null, choose: () => setAsOf(last) },
    { word: 'time.compare', isOn: between !== null, choose: () => compare([first, last]) },
  ] as const;
  return (
    <div className="time-filter">
      <div className="segments" role="group" aria-label={t('filter.time')}>
        {modes.map(({ word, isOn, choose }) => (
          <button
            key={word}
            type="button"
            aria-pressed={isOn}
            onClick={() => {
              if (!isOn) choose();
            }}
          >
            {t(word)}
          </button>
        ))}
      </div>
      {date !== null && all.length > 1 && (
        <RangeSlider
          label={t('time.asOf')}
          isLabelHidden
          from={0}
          to={all.length - 1}
          values={[placeOf(all, date)]}
          names={[t('time.asOf')]}
          textOf={(index) => formatDate(dateAt(index))}
          onBegin={beginAnew}
          onChange={([index = 0]) => setAsOf(dateAt(index))}
        />
      )}
      {between !== null && all.length > 1 && (
        <RangeSlider
          label={t('time.between')}
          isLabelHidden
          from={0}
          to={all.length - 1}
          values={between.map((point) => placeOf(all, point))}
          names={[t('time.earlier'), t('time.later')]}
          textOf={(index) => formatDate(dateAt(index))}
          onBegin={beginAnew}
          onChange={([from = 0, to = 0]) => compare([dateAt(from), dateAt(to)])}
        />
      )}
      {between !== null && <Changes />}
      {(date !== null || between !== null) && <p className="hint">{t('time.hint')}</p>}
    </div>
  );
}

/** The place of a date among those on screen; of one that is not, the last before it. */
const placeOf = (all: readonly string[], date: string): number =>
  Math.max(
    0,
    all.findLastIndex((other) => other <= date),
  );

/** How many things were added, ended and stayed as they were, each with its sign. */
function Changes() {
  const marks = [...useSignal(changes).values()];
  return (
    <dl className="changes">
      {changeKinds.map((kind) => {
        const Sign = changeSigns[kind];
        return (
          <div key={kind} data-change={kind}>
            <dt>
              <Sign aria-hidden="true" size={14} /> {t(`time.${kind}`)}
            </dt>
            <dd>{formatNumber(marks.filter((mark) => mark === kind).length)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
