import { ChevronLeft, ChevronRight, Maximize2, Minimize2, MonitorUp, Moon, Quote, X } from 'lucide-react';
import { hasServer } from '../../api/transport.ts';
import { locale, t } from '../../state/locale.ts';
import { notify } from '../../state/notices.ts';
import { presentScene, presentScenes } from '../../state/story/scenes.ts';
import { endShow, goTo, isDark, isEvidenceOpen, turnDark } from '../../state/story/show.ts';
import { showId } from '../../state/story/show-link.ts';
import { canFillScreen, fillScreen, leaveFullScreen, useFullScreen } from './full-screen.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** What can be done in a show, apart from its keys. */
export function ShowTools() {
  const scene = useSignal(presentScene);
  const list = useSignal(presentScenes);
  const isFull = useFullScreen();
  const hasEvidence = useSignal(isEvidenceOpen);
  const dark = useSignal(isDark);
  const index = scene ? list.indexOf(scene) : -1;
  return (
    <div className="show-tools">
      <IconButton label={t('scenes.previous')} isOff={index <= 0} onPress={() => void goTo('previous')}>
        <ChevronLeft aria-hidden="true" size={24} />
      </IconButton>
      {index >= 0 && (
        <span className="show-place">
          <span className="visually-hidden">{t('scenes.place', { n: index + 1, total: list.length })}</span>
          <span aria-hidden="true">
            {index + 1}/{list.length}
          </span>
        </span>
      )}
      <IconButton label={t('scenes.next')} isOff={index === list.length - 1} onPress={() => void goTo('next')}>
        <ChevronRight aria-hidden="true" size={24} />
      </IconButton>
      <span className="show-gap" />
      <IconButton
        label={t('scenes.evidence')}
        isPressed={hasEvidence}
        onPress={() => (isEvidenceOpen.value = !isEvidenceOpen.peek())}
      >
        <Quote aria-hidden="true" size={20} />
      </IconButton>
      <IconButton label={t('show.dark')} isPressed={dark} onPress={() => turnDark(!dark)}>
        <Moon aria-hidden="true" size={20} />
      </IconButton>
      {hasServer() && (
        <IconButton label={t('show.presenter')} onPress={callPresenter}>
          <MonitorUp aria-hidden="true" size={20} />
        </IconButton>
      )}
      {canFillScreen() && (
        <IconButton
          label={t(isFull ? 'show.leaveFullScreen' : 'show.fullScreen')}
          onPress={isFull ? leaveFullScreen : fillScreen}
        >
          {isFull ? <Minimize2 aria-hidden="true" size={20} /> : <Maximize2 aria-hidden="true" size={20} />}
        </IconButton>
      )}
      <IconButton label={`${t('show.end')} (Esc)`} onPress={endShow}>
        <X aria-hidden="true" size={22} />
      </IconButton>
    </div>
  );
}

/** Opens the presenter's window, or brings it to the front. */
function callPresenter(): void {
  const id = showId.peek();
  const address = `${location.pathname}?presenter=${id}#lang=${locale.peek()}`;
  if (!open(address, `presenter-${id}`, 'popup,width=960,height=720')) notify({ kind: 'word', word: 'show.blocked' });
}
