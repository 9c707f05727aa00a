import { batch } from '@preact/signals-core';
import { locale } from './locale.ts';
import * as view from './view.ts';
import type { Layout, Step } from './view.ts';

/**
 * The view as text for the address bar, and back. One row a part of the view: how it is written, and how it is read;
 * a part at its default is left out. `read` answers false for text it cannot make sense of.
 */
interface Field {
  key: string;
  write: () => string[];
  read: (texts: string[]) => boolean;
}

const separator = '~';

/** Several texts as one; the separator may occur in them, for ids are whatever a database has. */
const joined = (...parts: (string | number)[]): string =>
  parts.map((part) => String(part).replaceAll('%', '%25').replaceAll(separator, '%7E')).join(separator);
const parted = (text: string): string[] =>
  text.split(separator).map((part) => part.replaceAll('%7E', separator).replaceAll('%25', '%'));

const numberOf = (text: string | undefined): number => (text === undefined || text === '' ? Number.NaN : Number(text));

const fields: Field[] = [
  {
    key: 'lang',
    write: () => (locale.value === 'zh' ? [] : [locale.value]),
    read: ([text = 'zh']) => {
      locale.value = text === 'en' ? 'en' : 'zh';
      return text === 'en' || text === 'zh';
    },
  },
  {
    key: 'q',
    write: () => {
      const { query, parameters } = view.base.value;
      if (query === view.overview.query && Object.keys(parameters).length === 0) return [];
      return [new URLSearchParams({ query, ...parameters }).toString()];
    },
    read: ([text = '']) => {
      const { query = view.overview.query, ...parameters } = Object.fromEntries(new URLSearchParams(text));
      const isName = /^[a-z][a-z-]*$/.test(query);
      view.base.value = isName ? { query, parameters } : view.overview;
      return isName;
    },
  },
  {
    key: 's',
    write: () => view.steps.value.map(writeStep),
    read: (texts) => {
      const steps = texts.map(readStep);
      view.steps.value = steps.filter((step) => step !== null);
      return !steps.includes(null);
    },
  },
  {
    key: 'sel',
    write: () => (view.selectedId.value === null ? [] : [view.selectedId.value]),
    read: ([text]) => {
      view.selectedId.value = text || null;
      return text !== '';
    },
  },
  {
    key: 'off',
    write: () => [...view.labelsOff.value].toSorted(),
    read: (texts) => {
      view.labelsOff.value = new Set(texts);
      return true;
    },
  },
  {
    key: 'layout',
    write: () => (view.layout.value === 'given' ? [] : [view.layout.value]),
    read: ([text = 'given']) => {
      view.layout.value = isLayout(text) ? text : 'given';
      return isLayout(text);
    },
  },
  {
    key: 'pos',
    write: () => [...view.positions.value].map(([id, { x, y }]) => joined(id, Math.round(x), Math.round(y))),
    read: (texts) => {
      const entries = texts.map((text) => {
        const [id = '', x, y] = parted(text);
        return [id, { x: numberOf(x), y: numberOf(y) }] as const;
      });
      const good = entries.filter(([, { x, y }]) => Number.isFinite(x) && Number.isFinite(y));
      view.positions.value = new Map(good);
      return good.length === entries.length;
    },
  },
  {
    key: 'cam',
    write: () => {
      const { value } = view.camera;
      return value ? [[value.x, value.y, value.zoom].map((number) => Number(number.toFixed(3))).join(separator)] : [];
    },
    read: ([text]) => {
      const [x, y, zoom] = (text ?? '').split(separator).map(numberOf);
      const isCamera = isFiniteNumber(x) && isFiniteNumber(y) && isFiniteNumber(zoom) && zoom > 0;
      view.camera.value = isCamera ? { x, y, zoom } : null;
      return isCamera || text === undefined;
    },
  },
  {
    key: 'view',
    write: () => (view.isList.value ? ['list'] : []),
    read: ([text]) => {
      view.isList.value = text === 'list';
      return text === undefined || text === 'list';
    },
  },
];

/** The present view as the part of an address behind `#`; empty for the first picture in Chinese. */
export function writeAddress(): string {
  const search = new URLSearchParams();
  for (const { key, write } of fields) {
    for (const text of write()) search.append(key, text);
  }
  return search.toString();
}

/** Takes the view from the part of an address behind `#`; answers the keys that it could not make sense of. */
export function readAddress(text: string): string[] {
  const search = new URLSearchParams(text);
  const known = new Set(fields.map(({ key }) => key));
  return batch(() => [
    ...fields.filter(({ key, read }) => !read(search.getAll(key))).map(({ key }) => key),
    ...[...new Set(search.keys())].filter((key) => !known.has(key)),
  ]);
}

function writeStep(step: Step): string {
  switch (step.kind) {
    case 'expand':
      return joined('expand', step.id, step.limit);
    case 'path':
      return joined('path', step.from, step.to);
    case 'hide':
      return joined('hide', step.id);
  }
}

function readStep(text: string): Step | null {
  const [kind, id, last] = parted(text);
  if (!id) return null;
  if (kind === 'hide') return { kind, id };
  if (kind === 'path' && last) return { kind, from: id, to: last };
  const limit = numberOf(last);
  return kind === 'expand' && Number.isInteger(limit) && limit > 0 ? { kind, id, limit } : null;
}

const isLayout = (text: string): text is Layout => text === 'given' || view.layouts.some((layout) => layout === text);
const isFiniteNumber = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);
