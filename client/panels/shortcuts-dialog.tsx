import { commands } from '../state/commands.ts';
import { t } from '../state/locale.ts';
import { isDocumentThere } from '../state/reading/reading.ts';
import { areSingleKeysOn } from '../state/shortcuts.ts';
import { DialogFrame } from './widgets/dialog-frame.tsx';
import { Keys } from './widgets/keys.tsx';
import { useSignal } from './hooks/use-signal.ts';

/** All keys that do something, and the switch for those that do it alone. */
export function ShortcutsDialog() {
  const isOn = useSignal(areSingleKeysOn);
  return (
    <DialogFrame title={t('command.shortcuts')}>
      <label className="switch">
        <input type="checkbox" checked={isOn} onChange={() => (areSingleKeysOn.value = !isOn)} />
        <span>
          {t('shortcuts.single')} <small>{t('shortcuts.singleHint')}</small>
        </span>
      </label>
      {isDocumentThere.value && <p className="hint">{t('shortcuts.typing')}</p>}
      <div className="shortcuts" role="region" aria-label={t('command.shortcuts')} tabIndex={0}>
        {(['general', 'selection', 'picture', 'walk'] as const).map((section) => (
          <section key={section}>
            <h3>{t(`commands.${section}`)}</h3>
            <dl>
              {commands
                .filter(({ section: own, keys }) => own === section && keys.length > 0)
                .map(({ word, keys }) => (
                  <div key={`${word()} ${keys.join(' ')}`}>
                    <dt>{t(word())}</dt>
                    <dd>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
