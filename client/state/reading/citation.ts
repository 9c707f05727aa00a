import type { DocumentInfo, Reference } from '../../../server/contract/data-set/document.ts';
import type { Text } from '../../../server/contract/text.ts';

/**
 * References by GB/T 7714—2015 (numeric style: `[1]`), which asks for the language of the document itself, with a second
 * entry in another language where that helps. An author who is not known is left out, as the standard has it for numeric
 * references; a place and a publisher that are not known have its signs for that. Nothing is made up.
 */

/** Words that are quoted, and where they stand, in each language of the page. */
export interface Quoted {
  /** Empty for a place as a whole. */
  quote: string;
  place: Text;
}

/** The quotes with their marks, and the reference that the marks lead to. */
export function numericCitation(document: DocumentInfo, quoted: readonly Quoted[], reader: keyof Text): string {
  const { reference, language, name } = document;
  const own = isChinese(language) ? 'zh' : 'en';
  const places = [...new Set(quoted.map(({ place }) => place[own]))];
  // Several places of one document stand at the marks in the text; one stands where the page would in the reference.
  const isOne = places.length === 1 && hasPages(reference);
  const lines = quoted
    .filter(({ quote }) => quote !== '' || !isOne)
    .map(({ quote, place }) => `${quote === '' ? '' : `“${quote}”`}[1]${isOne ? '' : place[own]}`);
  const entries = [entryOf(reference, own, isOne ? places[0] : undefined)];
  if (reader !== own && name[reader] !== reference.title) {
    const place = isOne ? quoted[0]?.place[reader] : undefined;
    entries.push(entryOf({ ...reference, title: name[reader] }, reader, place));
  }
  return [...new Set(lines), `[1] ${entries.join('\n')}`].join('\n');
}

/** Signs for what is not known, and for authors beyond the third. */
const signs = {
  zh: { place: '[出版地不详]', publisher: '[出版者不详]', others: '等' },
  en: { place: '[S.l.]', publisher: '[s.n.]', others: 'et al' },
} as const;

const mostAuthors = 3;

/** One entry of a list of references, without its number. */
export function entryOf(reference: Reference, language: keyof Text, page?: string): string {
  const { kind, title, authors = [] } = reference;
  const named = authors.slice(0, mostAuthors);
  const responsible = authors.length > mostAuthors ? [...named, signs[language].others] : named;
  const parts = [
    responsible.join(', '),
    `${title}[${kind}]`,
    publication(reference, language, page),
    reference.url ?? '',
  ];
  return `${parts.filter((part) => part !== '').join('. ')}.`;
}

/**
 * Where, by whom and when: a newspaper has a name and a day, a journal a name and a year, the others a place and a year.
 * What is online has the day of the visit, too, and before that its own day in parentheses, where that is known.
 */
function publication(reference: Reference, language: keyof Text, page: string | undefined): string {
  const { kind, place, publisher, published, accessed } = reference;
  const isOnline = kind.endsWith('/OL');
  const visited = accessed === undefined ? '' : `[${accessed}]`;
  if (isOnline && place === undefined && publisher === undefined) {
    return `${published === undefined ? '' : `(${published})`}${visited}`;
  }
  const source = isPeriodical(kind)
    ? (publisher ?? '')
    : `${place ?? signs[language].place}: ${publisher ?? signs[language].publisher}`;
  const time = isNewspaper(kind) ? published : published?.slice(0, 4);
  const dated = [source, time].filter((part) => part !== undefined && part !== '').join(', ');
  const updated = isOnline && published !== time ? `(${published})` : '';
  return `${[dated, page].filter((part) => part !== undefined && part !== '').join(': ')}${updated}${visited}`;
}

const isNewspaper = (kind: string): boolean => /^N\b/.test(kind);

/** What comes out under a name of its own, which stands for its place and its publisher. */
const isPeriodical = (kind: string): boolean => /^[NJ]\b/.test(kind);

/**
 * Whether an entry has a part where a place in the document can stand. What is only online has no pages, and behind the
 * day of a newspaper stands the number of its page, which a place in an article is not.
 */
const hasPages = ({ kind, place, publisher }: Reference): boolean =>
  !isNewspaper(kind) && (!kind.endsWith('/OL') || place !== undefined || publisher !== undefined);

const isChinese = (language: string): boolean => /^zh\b/.test(language);
