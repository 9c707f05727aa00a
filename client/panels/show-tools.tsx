import { ChevronLeft, ChevronRight, Maximize2, Minimize2, MonitorUp, Moon, Quote, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { hasServer } from '../api/transport.ts';
import { locale, t } from '../state/locale.ts';
import { notify } from '../state/notices.ts';
import { presentScene, presentScenes } from '../state/scenes.ts';
import { endShow, goTo, isDark, isEvidenceOpen, turnDark } from '../state/show.ts';
import { showId } from '../state/show-link.ts';
import { canFillScreen, fillScreen, leaveFullScreen, useFullScreen } from './full-screen.ts';
import { useSignal } from './use-signal.ts';

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
      <Tool label={t('scenes.previous')} isOff={index <= 0} onPress={() => void goTo('previous')}>
        <ChevronLeft aria-hidden="true" size={24} />
      </Tool>
      {index >= 0 && (
        <span className="show-place">
          <span className="visually-hidden">{t('scenes.place', { n: index + 1, total: list.length })}</span>
          <span aria-hidden="true">
            {index + 1}/{list.length}
          </span>
        </span>
      )}
      <Tool label={t('scenes.next')} isOff={index === list.length - 1} onPress={() => void goTo('next')}>
        <ChevronRight aria-hidden="true" size={24} />
      </Tool>
      <span className="show-gap" />
      <Tool
        label={t('scenes.evidence')}
        isPressed={hasEvidence}
        onPress={() => (isEvidenceOpen.value = !isEvidenceOpen.peek())}
      >
        <Quote aria-hidden="true" size={20} />
      </Tool>
      <Tool label={t('show.dark')} isPressed={dark} onPress={() => turnDark(!dark)}>
        <Moon aria-hidden="true" size={20} />
      </Tool>
      {hasServer() && (
        <Tool label={t('show.presenter')} onPress={callPresenter}>
          <MonitorUp aria-hidden="true" size={20} />
        </Tool>
      )}
      {canFillScreen() && (
        <Tool
          label={t(isFull ? 'show.leaveFullScreen' : 'show.fullScreen')}
          onPress={isFull ? leaveFullScreen : fillScreen}
        >
          {isFull ? <Minimize2 aria-hidden="true" size={20} /> : <Maximize2 aria-hidden="true" size={20} />}
        </Tool>
      )}
      <Tool label={`${t('show.end')} (Esc)`} onPress={endShow}>
        <X aria-hidden="true" size={22} />
      </Tool>
    </div>
  );
}

/** Opens the presenter's window, or brings it to the front. */
function callPresenter(): void {
  const id = showId.peek();
  const address = `${location.pathname}?presenter=${id}#lang=${locale.peek()}`;
  if (!open(address, `presenter-${id}`, 'popup,width=960,height=720')) notify({ kind: 'word', word: 'show.blocked' });
}

interface ToolProps {
  label: string;
  onPress: () => void;
  /** At an end of the show it goes nowhere, but keeps the focus. */
  isOff?: boolean;
  isPressed?: boolean;
  children: ReactNode;
}

function Tool({ label, onPress, isOff = false, isPressed, children }: ToolProps) {
  return (
    <button
      type="button"
      className="icon-only"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      aria-pressed={isPressed}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </button>
  );
}
