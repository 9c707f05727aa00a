import type { Problem } from '../../../server/contract/problem.ts';
import type { Text } from '../../../server/contract/text.ts';
import { numericCitation } from './citation.ts';
import { formatDate, inLocale, spoken, t } from '../locale.ts';
import { ontology } from '../ontology.ts';
import { passageAt } from './passages.ts';
import type { Fact, Reason } from './why.ts';
import { factOf, fetchFacts, missingOf, mostPremises, premiseText, whySentence } from './why.ts';

/** What a reader takes along of why something is there; null where there is no document to cite. */
export interface CopiedCitation {
  /** By GB/T 7714. */
  numeric: string;
  /** In sentences, in the reader's language. */
  plain: string;
}

/** Whether there is a document to cite. */
export const isCitable = (reason: Reason): boolean => Boolean(ontology.value?.document) && reason.kind !== 'unsaid';

/** Fetches what the citation of something names beside it. Answers with the problem, if there was one. */
export const fetchCited = (reason: Reason, stop?: AbortSignal): Promise<Problem | null> =>
  fetchFacts(citedPremises(reason), stop);

/** Whether any of that is still to be fetched. */
export const hasToFetchCited = (reason: Reason): boolean => missingOf(citedPremises(reason)).length > 0;

/** A fact that follows from thousands of others names as many as anybody reads. */
const citedPremises = (reason: Reason): readonly string[] =>
  reason.kind === 'said' ? reason.grounds.premises.slice(0, mostPremises) : [];

/** The citation of a node or relationship in both forms, from what has arrived by now. */
export function citationOf(fact: Fact, reason: Reason): CopiedCitation | null {
  const document = ontology.value?.document;
  if (!document || reason.kind === 'unsaid') return null;
  const citations = reason.kind === 'said' ? reason.grounds.citations : reason.citations;
  const quoted = citations.map(({ address, quote, place }) => ({ quote, place: placeInBoth(address, place) }));
  const title = inLocale(document.name);
  const { published } = document.reference;
  const source =
    published === undefined ? t('cite.source', { title }) : t('cite.dated', { title, date: formatDate(published) });
  const quotes = citations.map(({ quote, place }) => t(quote === '' ? 'cite.place' : 'cite.quote', { quote, place }));
  const how =
    reason.kind !== 'said'
      ? ''
      : reason.grounds.isDerived
        ? t('cite.derived', { text: reason.grounds.derivedFrom })
        : t('cite.stated');
  const premises = citedPremises(reason).flatMap((id) => factOf(id) ?? []);
  const from = premises.map((premise) => t('cite.premise', { text: premiseText(premise) }));
  const left = reason.kind === 'said' ? reason.grounds.premises.length - premises.length : 0;
  if (left > 0) from.push(t('cite.morePremises', { n: left }));
  const parts = [ended(whySentence(fact, reason)), how, ...from, ...quotes, source].filter((part) => part !== '');
  return { numeric: numericCitation(document, quoted, spoken.value), plain: parts.join('\n') };
}

/** The name of a passage in both languages, as far as the passages have arrived. */
function placeInBoth(address: string, place: string): Text {
  const { caption } = ontology.value ?? {};
  const properties = passageAt.value.get(address)?.properties;
  const nameIn = (language: keyof Text): string => {
    const name = caption && properties?.[caption[language]];
    return typeof name === 'string' ? name : place;
  };
  return { zh: nameIn('zh'), en: nameIn('en') };
}

/** A sentence with its full stop, if it has none. */
function ended(sentence: string): string {
  if (/[.。!?！？]$/.test(sentence)) return sentence;
  return spoken.value === 'zh' ? `${sentence}。` : `${sentence}.`;
}
