import { Command, Languages, Presentation, Search, Share2, SquareTerminal } from 'lucide-react';
import { hasServer } from '../api/transport.ts';
import { goHome } from '../state/actions.ts';
import { dialog } from '../state/dialog.ts';
import { firstPicture } from '../state/view/first-picture.ts';
import { switchLanguage } from '../state/language.ts';
import { inLocale, spoken, t } from '../state/locale.ts';
import { ontology } from '../state/ontology.ts';
import { areScenesListed, closeScenes, listScenes } from '../state/story/scenes-panel.ts';
import { isSearchSought, searchPlaceholder, whenSearchIsSought } from '../state/search.ts';
import { failure } from '../state/view/session.ts';
import { isWorkbenchOpen, toggleWorkbench } from '../state/workbench/workbench-frame.ts';
import { DataSetButton } from './data-sets/data-set-button.tsx';
import { lazyPart } from './widgets/lazy-part.tsx';
import { PopoverButton } from './widgets/popover-button.tsx';
import { TimelineButton } from './timeline/timeline-button.tsx';
import { useSignal } from './hooks/use-signal.ts';

/** The combobox is a third of the page's script: it comes after the first picture. */
const SearchBox = lazyPart(
  async () => {
    await Promise.race([firstPicture(), whenSearchIsSought()]);
    return (await import('./search-box.tsx')).SearchBox;
  },
  { waiting: <SearchPlace />, className: 'search part-failed', id: 'search' },
);

/** The page's own icon: where the page is one file, it is in there. */
const iconAddress = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? '/icon.svg';

const ShareMenu = lazyPart(async () => (await import('./exporting/share-menu.tsx')).ShareMenu);

/** Stands where the search box will, and calls it: it then takes the focus. */
function SearchPlace() {
  // The one element of it is made once, so nothing else makes it follow the language.
  useSignal(spoken);
  const placeholder = useSignal(searchPlaceholder);
  return (
    <div className="search" id="search">
      <Search aria-hidden="true" size={18} />
      <button type="button" onClick={() => (isSearchSought.value = true)}>
        {t(placeholder)}
      </button>
    </div>
  );
}

/** Opens and closes the place where queries are written. */
function WorkbenchButton() {
  const isOpen = useSignal(isWorkbenchOpen);
  const label = t(isOpen ? 'workbench.close' : 'workbench.open');
  return (
    <button
      type="button"
      className="quiet icon-only workbench-button"
      title={`${label} (W)`}
      aria-label={label}
      aria-expanded={isOpen}
      onClick={toggleWorkbench}
    >
      <SquareTerminal aria-hidden="true" size={18} />
    </button>
  );
}

/** Lists the scenes of the story, and puts them away. */
function ScenesButton() {
  const areListed = useSignal(areScenesListed);
  const label = t(areListed ? 'scenes.close' : 'scenes.open');
  return (
    <button
      type="button"
      className="quiet icon-only"
      title={`${label} (M)`}
      aria-label={label}
      aria-expanded={areListed}
      onClick={areListed ? closeScenes : listScenes}
    >
      <Presentation aria-hidden="true" size={18} />
    </button>
  );
}

/** The document's title (which leads back to the first picture), search, sharing, commands, language. */
export function Header() {
  const known = useSignal(ontology);
  const hasFailed = useSignal(failure) !== null;
  return (
    <header className="header">
      <div className="header-title">
        <h1>
          <button type="button" className="brand" title={t('page.home')} onClick={() => void goHome()}>
            <img src={iconAddress} alt="" width={28} height={28} />
            <span>{known ? inLocale(known.title) : t(hasFailed ? 'page.name' : 'page.loading')}</span>
          </button>
        </h1>
        <DataSetButton />
      </div>
      <SearchBox />
      <div className="header-end">
        <ScenesButton />
        <TimelineButton className="quiet icon-only only-large" />
        {hasServer() && <WorkbenchButton />}
        <PopoverButton
          label={t('share.label')}
          className="quiet icon-only"
          face={<Share2 aria-hidden="true" size={18} />}
        >
          {(close) => <ShareMenu onDone={close} />}
        </PopoverButton>
        <button
          type="button"
          className="quiet icon-only"
          title={`${t('command.palette')} (Ctrl/⌘ K)`}
          aria-label={t('command.palette')}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => (dialog.value = 'palette')}
        >
          <Command aria-hidden="true" size={18} />
        </button>
        <button
          type="button"
          className="quiet language"
          title={t('page.languageHint')}
          lang={spoken.value === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void switchLanguage()}
        >
          <Languages aria-hidden="true" size={18} /> <span className="wide-text">{t('page.language')}</span>
        </button>
      </div>
    </header>
  );
}
