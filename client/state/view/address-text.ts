import { isOwn, ownQueryIn, readOwn } from '../workbench/own-query.ts';
import * as view from './view.ts';
import type { Base, Step } from './view.ts';

/** Parts of the address as text, and the steps of a view, which are the richest of them. */

export const separator = '~';

/** Several texts as one; the separator may occur in them, for ids are whatever a database has. */
export const joined = (...parts: (string | number)[]): string =>
  parts.map((part) => String(part).replaceAll('%', '%25').replaceAll(separator, '%7E')).join(separator);
export const parted = (text: string): string[] =>
  text.split(separator).map((part) => part.replaceAll('%7E', separator).replaceAll('%25', '%'));

export const numberOf = (text: string | undefined): number =>
  text === undefined || text === '' ? Number.NaN : Number(text);

/** Where a picture starts, from text; null where it makes no sense. */
export function readBase(text: string): Base | null {
  const { query = view.overview.query, ...parameters } = Object.fromEntries(new URLSearchParams(text));
  const base = { query, parameters };
  const isBase = isOwn(base) ? ownQueryIn(base) !== null : /^[a-z][a-z-]*$/.test(query);
  return isBase ? base : null;
}

/** Marks what a step asks for when it leaves the choice to the server: no kind or type has this name. */
const anything = '*';

/** A step as text. */
export function writeStep(step: Step): string {
  switch (step.kind) {
    case 'expand':
      return joined('expand', step.id, step.limit, ...(step.kinds ?? []));
    case 'path': {
      const { from, to, pathKind, maxHops, avoid } = step;
      const isUsual = pathKind === 'shortest' && maxHops === view.usualHops && avoid === null;
      return isUsual ? joined('path', from, to) : joined('path', from, to, pathKind, maxHops, ...(avoid ?? [anything]));
    }
    case 'bring':
      return joined('bring', step.source, step.id);
    case 'passage':
      return joined('passage', step.id);
    case 'cypher':
      return joined('cypher', step.cypher, JSON.stringify(step.params), step.limit);
    case 'common':
    case 'hide':
    case 'keep':
      return joined(step.kind, ...step.ids);
  }
}

/** The step that a text stands for; null for none. */
export function readStep(text: string): Step | null {
  const [kind, ...rest] = parted(text);
  // Keeping nothing empties the picture; every other step is about something.
  if (rest.includes('') || (rest.length === 0 && kind !== 'keep')) return null;
  const [first = '', second = '', third, fourth, ...others] = rest;
  switch (kind) {
    case 'hide':
    case 'keep':
      return { kind, ids: rest };
    case 'common':
      return rest.length > 1 ? { kind, ids: rest } : null;
    case 'bring':
      return rest.length === 2 ? { kind, source: first, id: second } : null;
    case 'passage':
      return rest.length === 1 ? { kind, id: first } : null;
    case 'expand': {
      const limit = numberOf(second);
      const isLimit = Number.isInteger(limit) && limit > 0 && limit <= view.expandMost;
      return isLimit ? { kind, id: first, limit, kinds: rest.length > 2 ? rest.slice(2) : null } : null;
    }
    case 'path': {
      const pathKind = view.pathKinds.find((name) => name === (third ?? 'shortest'));
      const maxHops = fourth === undefined ? view.usualHops : numberOf(fourth);
      if (second === '' || !pathKind || !(Number.isInteger(maxHops) && maxHops > 0)) return null;
      const avoid = fourth === undefined || others[0] === anything ? null : others;
      return { kind, from: first, to: second, pathKind, maxHops, avoid };
    }
    case 'cypher': {
      const query = rest.length === 3 ? readOwn(first, second, third ?? '') : null;
      return query && { kind, ...query };
    }
    default:
      return null;
  }
}
