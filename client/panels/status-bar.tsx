import type { Engine } from '../../server/contract/health.ts';
import { hasServer } from '../api/transport.ts';
import { showHidden } from '../state/actions.ts';
import { hiddenCaptions } from '../state/picture/captions.ts';
import { formatDate, t } from '../state/locale.ts';
import { health } from '../state/health.ts';
import { filteredCount } from '../state/picture/filters.ts';
import { picture } from '../state/picture/picture.ts';
import { areLinesPlain, mostLines } from '../state/picture/drawing.ts';
import { isBusy } from '../state/view/session.ts';
import { useSignal } from './hooks/use-signal.ts';

/** What is on screen, what the whole holds, and which engine answers: always in view. */
export function StatusBar() {
  const { nodes, relationships, hidden } = useSignal(picture);
  const filtered = useSignal(filteredCount);
  const whole = useSignal(health);
  const captionless = useSignal(hiddenCaptions);
  const arePlain = useSignal(areLinesPlain);
  const busy = useSignal(isBusy);
  return (
    <footer className="status">
      <span>{t('count.onScreen', { nodes: nodes.size, relationships: relationships.size })}</span>
      {filtered > 0 && <span className="warn">{t('count.filtered', { n: filtered })}</span>}
      {hidden.size > 0 && (
        <span>
          {t('count.hidden', { n: hidden.size })}{' '}
          <button type="button" className="link" title={t('act.showHidden')} onClick={() => void showHidden()}>
            {t('count.showHidden')}
          </button>
        </span>
      )}
      {captionless > 0 && <span className="captionless">{t('captions.hidden', { n: captionless })}</span>}
      {arePlain && <span>{t('lines.plain', { limit: mostLines })}</span>}
      {busy && <span>{t('page.busy')}</span>}
      {whole?.nodes !== undefined && whole.relationships !== undefined && (
        <span className="whole">{t('count.whole', { nodes: whole.nodes, relationships: whole.relationships })}</span>
      )}
      {whole?.isUnfinished && <span className="warn">{t('count.unfinished')}</span>}
      {whole && (
        <span
          className="engine"
          data-status={whole.status}
          title={hasServer() ? t('engine.title', { ...whole.engine }) : t('engine.fileTitle')}
        >
          <i aria-hidden="true" />
          {whole.status === 'ok' ? engineWords(whole.engine) : t('engine.unavailable')}
        </span>
      )}
    </footer>
  );
}

/** What answers: an engine, or the file that the page is, of which the version is the day when it was made. */
const engineWords = ({ kind, name, version }: Engine): string =>
  hasServer() ? `${t(`engine.${kind}`)} · ${name} ${version}` : t('engine.file', { date: formatDate(version) });
