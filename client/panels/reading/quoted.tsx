import { quoteLanguage } from '../../state/reading/evidence.ts';

/** Words of the document, in its own language: who hears the page hears them in that. */
export function Quoted({ children }: { children: string }) {
  return <q lang={quoteLanguage()}>{children}</q>;
}
