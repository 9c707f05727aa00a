import { ApiError, pageProblem } from '../api/api.ts';

const longestText = 400;

/**
 * The parameters of a named query as they stand in an address behind `?`, read for an answer that no server gives. Each
 * reading throws an ApiError where a parameter is wrong.
 */
export class Parameters {
  /** Values as they are in the address: a comma that is encoded is part of an item. */
  readonly #given = new Map<string, string[]>();

  /** @param known names of all parameters that the query has */
  constructor(search: string, known: readonly string[]) {
    for (const part of search.split('&').filter((item) => item !== '')) {
      const [name = '', value = ''] = part.split(/=(.*)/s);
      if (!known.includes(name)) throw wrong(name, 'there is no such parameter');
      this.#given.set(name, [...(this.#given.get(name) ?? []), value]);
    }
  }

  /** A text that must be there, such as the id of a node. */
  text(name: string, most = longestText): string {
    const value = this.optionalText(name, most);
    if (value === undefined) throw wrong(name, 'it is missing');
    return value;
  }

  optionalText(name: string, most = longestText): string | undefined {
    const given = this.#given.get(name);
    if (given === undefined) return undefined;
    if (given.length > 1) throw wrong(name, `it is given ${given.length} times`);
    const value = decoded(given[0] ?? '');
    if (value === '' || value.length > most) throw wrong(name, `it must have 1 to ${most} characters`);
    return value;
  }

  /** A text that must be there, without the blanks around it, which do not count. */
  trimmedText(name: string, most = longestText): string {
    const value = this.text(name, Infinity).trim();
    if (value === '' || value.length > most) throw wrong(name, `it must have 1 to ${most} characters`);
    return value;
  }

  /** A text that may be left out or empty. */
  anyText(name: string, most = longestText): string {
    return this.#given.get(name)?.[0] === '' ? '' : (this.optionalText(name, most) ?? '');
  }

  /** A whole number within bounds; the usual one where none is given. */
  whole<Usual extends number | undefined>(name: string, least: number, most: number, usual: Usual): number | Usual {
    const given = this.optionalText(name);
    if (given === undefined) return usual;
    const value = Number(given);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw wrong(name, `it must be a whole number from ${least} to ${most}`);
  }

  /** One of several words; the first where none is given. */
  oneOf<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
    const given = this.optionalText(name);
    const found = given === undefined ? words[0] : words.find((word) => word === given);
    if (found === undefined) throw wrong(name, `it must be one of ${words.join(', ')}`);
    return found;
  }

  /** A list of texts, each once, given repeatedly or joined by commas. */
  texts(name: string, least = 1, most = 200): string[] {
    const found = this.optionalTexts(name, most);
    if (found === undefined) throw wrong(name, 'it is missing');
    if (found.length < least) throw wrong(name, `it must have ${least} items`);
    return found;
  }

  /** The same where it may be left out: an empty list says something else than none. */
  optionalTexts(name: string, most = 400): string[] | undefined {
    const given = this.#given.get(name)?.flatMap((value) => value.split(',').filter((item) => item !== ''));
    if (given !== undefined && given.length > most) throw wrong(name, `it may have ${most} items`);
    return given && [...new Set(given.map(decoded))];
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

/** The problem that a server would have with a parameter. */
export function wrong(parameter: string, reason: string): ApiError {
  const detail = `parameter ${parameter}: ${reason}`;
  return new ApiError(pageProblem('invalid-parameter', 400, detail, { parameter, reason }));
}
