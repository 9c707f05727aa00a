import { Languages } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { goHome } from '../state/actions.ts';
import { inLocale, locale, t } from '../state/locale.ts';
import { ontology } from '../state/ontology.ts';
import { useSignal } from './use-signal.ts';

/** The combobox is half of the page's script: it comes after the first picture. */
const SearchBox = lazy(async () => ({ default: (await import('./search-box.tsx')).SearchBox }));

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
      <Suspense fallback={<div className="search" />}>
        <SearchBox />
      </Suspense>
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
