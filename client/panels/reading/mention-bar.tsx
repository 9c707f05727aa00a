import { ChevronDown, ChevronUp, PanelBottomOpen } from 'lucide-react';
import { isWhole } from '../../state/known-answer.ts';
import { knownMentions } from '../../state/reading/mentions.ts';
import { named } from '../../state/view/told.ts';
import { t } from '../../state/locale.ts';
import { nameOfId, picture } from '../../state/picture/picture.ts';
import { chosenPart, mentionAddresses, mentionAt, soughtFacts } from '../../state/reading/reading-sight.ts';
import { selectedId, sheet } from '../../state/view/view.ts';
import { stepMention } from '../../state/reading/reading.ts';
import { sentenceOfId } from '../../state/picture/sentence-of-id.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Where in the document the selected thing is said, and the steps from one such place to the next. */
export function MentionBar() {
  useSignal(picture);
  const facts = useSignal(soughtFacts);
  const addresses = useSignal(mentionAddresses);
  const known = useSignal(knownMentions);
  const now = useSignal(mentionAt);
  const step = useSignal(stepMention);
  const chosen = useSignal(chosenPart);
  if (facts.length === 0) return chosen.length > 0 && <ChosenBar />;
  const at = now === null ? 0 : addresses.indexOf(now) + 1;
  const [only = ''] = facts;
  const name = facts.length === 1 ? sentenceOfId(only) : named(facts);
  return (
    <div className="mention-bar" role="group" aria-label={t('reading.mentionsOf', { name })}>
      <span className="mention-name" title={name}>
        {name}
      </span>
      {addresses.length === 0 ? (
        <span className="hint">{t(isWhole(known) ? 'reading.noMention' : 'reading.mentionUnknown', { name })}</span>
      ) : (
        <>
          <span className="mention-count">
            {at > 0
              ? t('reading.mention', { at, n: addresses.length })
              : t('reading.mentions', { n: addresses.length })}
          </span>
          <IconButton label={t('reading.previousMention')} onPress={() => step?.(-1)}>
            <ChevronUp aria-hidden="true" size={18} />
          </IconButton>
          <IconButton label={t('reading.nextMention')} onPress={() => step?.(1)}>
            <ChevronDown aria-hidden="true" size={18} />
          </IconButton>
        </>
      )}
      <DetailsButton />
    </div>
  );
}

/** What is selected of the document itself, where its details lie over it: on a large screen they tell of it. */
function ChosenBar() {
  const name = nameOfId(useSignal(selectedId) ?? '');
  return (
    <div className="mention-bar" data-is-chosen="true" role="group" aria-label={name}>
      <span className="mention-name" title={name}>
        {name}
      </span>
      <DetailsButton />
    </div>
  );
}

function DetailsButton() {
  return (
    <button
      type="button"
      className="quiet icon-only only-small mention-details"
      onClick={() => (sheet.value = 'details')}
    >
      <PanelBottomOpen aria-hidden="true" size={18} /> <span className="wide-text">{t('reading.details')}</span>
    </button>
  );
}
