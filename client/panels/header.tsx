import { Languages } from 'lucide-react';
import { goHome } from '../state/actions.ts';
import { firstPicture } from '../state/first-picture.ts';
import { inLocale, locale, t } from '../state/locale.ts';
import { ontology } from '../state/ontology.ts';
import { lazyPart } from './lazy-part.tsx';
import { useSignal } from './use-signal.ts';

/** The combobox is a third of the page's script: it comes after the first picture. */
const SearchBox = lazyPart(
  async () => {
    await firstPicture();
    return (await import('./search-box.tsx')).SearchBox;
  },
  { waiting: <div className="search" />, className: 'search part-failed' },
);

/** The document's title (which leads back to the first picture), search, language. */
export function Header() {
  const known = useSignal(ontology);
  return (
    <header className="header">
      <h1>
        <button type="button" className="brand" title={t('page.home')} onClick={() => void goHome()}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{known ? inLocale(known.title) : t('page.loading')}</span>
        </button>
      </h1>
      <SearchBox />
      <button
        type="button"
        className="quiet language"
        title={t('page.languageHint')}
        lang={locale.value === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => (locale.value = locale.peek() === 'zh' ? 'en' : 'zh')}
      >
        <Languages aria-hidden="true" size={18} /> {t('page.language')}
      </button>
    </header>
  );
}
