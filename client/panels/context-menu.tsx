import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { t } from '../state/locale.ts';
import { menu } from '../state/picture/menu.ts';
import { actsFor } from '../state/picture/node-acts.ts';
import { sentenceOfId } from '../state/picture/sentence-of-id.ts';
import { actIcons } from './widgets/act-icons.ts';
import { menuTakesFocus } from './widgets/takes-focus.ts';
import { useSignal } from './hooks/use-signal.ts';

function close(): void {
  menu.value = null;
}

/** What can be done with the nodes, or the line, that were pressed long or clicked with the other button, where that was. */
export function ContextMenu() {
  const open = useSignal(menu);
  const point = useRef<HTMLSpanElement>(null);
  if (!open) return null;
  const { ids, x, y } = open;
  const title = ids.length === 1 ? sentenceOfId(ids[0] ?? '') : t('many.title', { n: ids.length });
  return (
    // A new place is a new popover, for it looks where its trigger is when it opens.
    <span key={`${x} ${y}`}>
      <span ref={point} className="menu-point" style={{ left: x, top: y }} />
      <Popover
        className="popover"
        triggerRef={point}
        placement="bottom start"
        offset={2}
        aria-label={t('menu.title')}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
      >
        <p className="menu-header">{title}</p>
        <Menu className="menu" aria-label={title} {...menuTakesFocus} onClose={close}>
          {actsFor(ids).map(({ name, word, run }) => {
            const Icon = actIcons[name];
            const text = t(word(ids));
            return (
              <MenuItem key={text} className="menu-item" textValue={text} onAction={() => run(ids)}>
                {Icon && <Icon aria-hidden="true" size={16} />} {text}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </span>
  );
}
