import type { Answer, Notice } from '../contract/answer.ts';
import type { Schema } from '../contract/vocabulary.ts';
import { checkSize, positionAt, tokenize } from './cypher-text.ts';
import { didYouMean } from './did-you-mean.ts';
import { namesInText, type NameInText } from './names-in-text.ts';
import { RecentSet } from './recent-set.ts';
import type { StreamPart } from './store.ts';

/** Notices about names that one answer may have. */
const mostNotices = 10;

/** Texts that are not looked at again. */
const remembered = 500;

/** What the database has names for. */
export interface Names {
  labels: string[];
  types: string[];
  properties: string[];
}

/**
 * Names in a text that the database does not have: nothing is found by them, and no engine takes them for a mistake. The
 * names of the database are remembered, and asked for again before one is called unknown.
 */
export class KnownNames {
  readonly #read: (signal?: AbortSignal) => Promise<Names>;
  /** Texts that name nothing unknown. */
  readonly #sound = new RecentSet(remembered);
  #names: Names | undefined;

  constructor(read: (signal?: AbortSignal) => Promise<Names>) {
    this.#read = read;
  }

  /** The answer to a text, with a notice for each name in it that is unknown. */
  async addTo(answering: Promise<Answer>, cypher: string, signal?: AbortSignal): Promise<Answer> {
    const [answer, notices] = await Promise.all([answering, this.#whereTheyCanBeRead(cypher, signal)]);
    return notices.length === 0 ? answer : { ...answer, notices: [...notices, ...answer.notices] };
  }

  /** The same of an answer that is given in parts: the notices come with its end. */
  async *addToEnd(
    parts: AsyncIterable<StreamPart>,
    cypher: string,
    signal?: AbortSignal,
  ): AsyncGenerator<StreamPart, void, void> {
    const reading = this.#whereTheyCanBeRead(cypher, signal);
    for await (const part of parts) {
      yield part.kind === 'end' ? { ...part, notices: [...(await reading), ...part.notices] } : part;
    }
  }

  /**
   * A notice for each name that is unknown, in the order of the text. Rejects as reading the names does, and for a text that
   * is too long: finding the names takes time with the square of its length.
   */
  async noticesFor(cypher: string, signal?: AbortSignal): Promise<Notice[]> {
    if (this.#sound.has(cypher)) return [];
    checkSize(cypher);
    const inText = namesInText(tokenize(cypher));
    let names = this.#names;
    if (!names || unknownAmong(inText, names).length > 0) names = await this.#read(signal);
    this.#names = names;
    const unknown = unknownAmong(inText, names);
    if (unknown.length === 0) this.#sound.add(cypher);
    return unknown.map((item) => noticeOf(item, names, cypher));
  }

  /** An answer is worth more than what there is to be said of it: where the names cannot be read, it stands alone. */
  #whereTheyCanBeRead(cypher: string, signal?: AbortSignal): Promise<Notice[]> {
    return this.noticesFor(cypher, signal).catch(() => []);
  }
}

/** The names of a schema, with the label that all nodes share, if there is one. */
export function namesOf({ labels, types, properties }: Schema, sharedLabel: string | undefined): Names {
  const shared = sharedLabel === undefined ? [] : [sharedLabel];
  return {
    labels: [...shared, ...labels.map(({ name }) => name)],
    types: types.map(({ name }) => name),
    properties,
  };
}

function unknownAmong(inText: NameInText[], names: Names): NameInText[] {
  const unknown = inText.filter(({ kind, name }) => !candidates(kind, names).includes(name));
  const once = new Map(unknown.toReversed().map((item) => [`${item.kind} ${item.name}`, item]));
  return [...once.values()].toSorted((left, right) => left.start - right.start).slice(0, mostNotices);
}

function candidates(kind: NameInText['kind'], { labels, types, properties }: Names): string[] {
  if (kind === 'property') return properties;
  if (kind === 'labelOrType') return [...labels, ...types];
  return kind === 'label' ? labels : types;
}

const words = {
  label: { code: 'unknown-label', what: 'label' },
  labelOrType: { code: 'unknown-label', what: 'label' },
  type: { code: 'unknown-type', what: 'relationship type' },
  property: { code: 'unknown-property', what: 'property' },
} as const;

function noticeOf({ kind, name, start }: NameInText, names: Names, cypher: string): Notice {
  const { code, what } = words[kind];
  const suggestions = didYouMean(name, candidates(kind, names));
  const meant = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : '';
  return {
    code,
    detail: `the database has no ${what} ${name}${meant}`,
    values: { name },
    position: positionAt(cypher, start),
    suggestions,
  };
}
