import { ListBox, ListBoxItem } from 'react-aria-components';
import { wordsOf } from '../../state/view/history.ts';
import { acts, doneCount, goTo } from '../../state/view/history-list.ts';
import { t } from '../../state/locale.ts';
import { listTakesFocus } from '../widgets/takes-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** What was done, step by step: the present one is marked, undone ones are dimmer, and choosing one goes there. */
export function StepList() {
  const list = useSignal(acts);
  const present = useSignal(doneCount);
  const items = [
    { id: 0, text: t('history.start') },
    ...list.map((act, index) => ({ id: index + 1, text: wordsOf(act) })),
  ];
  return (
    <ListBox
      className="steps-list"
      aria-label={t('history.steps')}
      items={items}
      {...listTakesFocus}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[present]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        for (const key of keys) void goTo(Number(key));
      }}
      dependencies={[present]}
    >
      {({ id, text }) => (
        <ListBoxItem className="step" textValue={text} data-undone={id > present}>
          <span>{text}</span>
          {id === present && <small>{t('history.present')}</small>}
          {id > present && <small>{t('history.undoneStep')}</small>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
