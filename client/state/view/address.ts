import { batch } from '@preact/signals-core';
import type { Signal } from '@preact/signals-core';
import { joined, numberOf, parted, readBase, readStep, separator, writeStep } from './address-text.ts';
import { isColourName } from '../picture/colours.ts';
import { firstLocale, isLocaleChosen, locale } from '../locale.ts';
import { isAsInScene, wantedScene } from '../story/scene-view.ts';
import { readSharedQuery, sharedQuery } from '../workbench/shared-query.ts';
import * as view from './view.ts';
import type { Appearance, Group, Layout } from './view.ts';

/**
 * The view as text for the address bar, and back. One row a part of the view: how it is written, and how it is read;
 * a part at its default is left out. `read` answers false for text it cannot make sense of.
 */
interface Field {
  key: string;
  write: () => string[];
  read: (texts: string[]) => boolean;
}

const fields: Field[] = [
  {
    key: 'scene',
    write: () => (view.sceneId.value === null ? [] : [view.sceneId.value]),
    read: ([text]) => {
      const isId = text !== undefined && /^[a-z0-9-]+$/.test(text);
      view.sceneId.value = isId ? text : null;
      return isId || text === undefined;
    },
  },
  {
    key: 'present',
    write: () => (view.isPresenting.value ? ['1'] : []),
    read: ([text]) => {
      view.isPresenting.value = text === '1';
      return text === undefined || text === '1';
    },
  },
  {
    key: 'lang',
    write: () => (locale.value === firstLocale.value ? [] : [locale.value]),
    read: ([text]) => {
      const asked = text === 'en' || text === 'zh' ? text : undefined;
      isLocaleChosen.value = asked !== undefined;
      locale.value = asked ?? firstLocale.peek();
      return text === undefined || asked !== undefined;
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
      const base = readBase(text);
      view.base.value = base ?? view.overview;
      return base !== null;
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
    key: 'sels',
    write: () => [...view.selectedIds.value].toSorted(),
    read: (texts) => {
      const ids = new Set(texts.filter((text) => text !== ''));
      // One is selected otherwise; here it can only be the rest of a list.
      view.selectedIds.value = ids.size > 1 ? ids : new Set();
      return texts.length === 0 || ids.size > 1;
    },
  },
  setField('off', view.labelsOff),
  setField('toff', view.typesOff),
  setField('boff', view.basesOff),
  textField('facet', view.facet, null),
  {
    key: 'asof',
    write: () => (view.asOf.value === null ? [] : [view.asOf.value]),
    read: ([text]) => {
      view.asOf.value = isDate(text) ? text : null;
      return text === undefined || isDate(text);
    },
  },
  {
    key: 'cmp',
    write: () => (view.compared.value === null ? [] : [view.compared.value.join(separator)]),
    read: ([text]) => {
      const [from, to] = text?.split(separator) ?? [];
      const isPair = isDate(from) && isDate(to) && from <= to;
      view.compared.value = isPair ? [from, to] : null;
      return text === undefined || isPair;
    },
  },
  setField('pin', view.pins),
  {
    key: 'grp',
    write: () =>
      view.groups.value.map(({ id, name, ids, isFolded }) => joined(id, name, isFolded ? 'folded' : 'open', ...ids)),
    read: (texts) => {
      const groups = new Map(texts.flatMap((text) => readGroup(text) ?? []).map((group) => [group.id, group]));
      view.groups.value = [...groups.values()];
      return groups.size === texts.length;
    },
  },
  {
    key: 'look',
    write: () =>
      [...view.appearances.value].map(([label, { colour, caption }]) => joined(label, colour ?? '', caption ?? '')),
    read: (texts) => {
      const looks = texts.map(readLook);
      view.appearances.value = new Map(looks.filter((look) => look !== null));
      return !looks.includes(null);
    },
  },
  textField('size', view.sizeBy, 'degree'),
  textField('colour', view.colourBy, 'label'),
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
      const good = entries.filter(([, { x, y }]) => isCoordinate(x) && isCoordinate(y));
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
      const isCamera = isCoordinate(x) && isCoordinate(y) && isCoordinate(zoom) && zoom > 0;
      view.camera.value = isCamera ? { x, y, zoom } : null;
      return isCamera || text === undefined;
    },
  },
  {
    key: 'cypher',
    // It is of a link only: once it is in the editor it is no part of the view.
    write: () => [],
    read: ([text]) => {
      if (text === undefined) return true;
      sharedQuery.value = readSharedQuery(text);
      return sharedQuery.value !== null;
    },
  },
  {
    key: 'surface',
    write: () => (view.surface.value === 'picture' ? [] : [view.surface.value]),
    read: ([text]) => {
      const found = view.surfaces.find((surface) => surface === text);
      view.surface.value = found ?? 'picture';
      return text === undefined || found !== undefined;
    },
  },
  setField('fold', view.branchesFolded),
  {
    key: 'compact',
    write: () => (view.isChartCompact.value ? ['1'] : []),
    read: ([text]) => {
      view.isChartCompact.value = text === '1';
      return text === undefined || text === '1';
    },
  },
  {
    key: 'timeline',
    write: () => (view.isTimelineOpen.value ? ['1'] : []),
    read: ([text]) => {
      view.isTimelineOpen.value = text === '1';
      return text === undefined || text === '1';
    },
  },
  {
    key: 'view',
    write: () => (view.twin.value === null ? [] : [view.twin.value]),
    read: ([text]) => {
      view.twin.value = view.twins.find((twin) => twin === text) ?? null;
      return text === undefined || view.twin.value !== null;
    },
  },
  whileRead(textField('read', view.passageInSight, null)),
  whileRead(setField('folded', view.foldedSections)),
  whileRead({
    key: 'follow',
    write: () => (view.isFollowing.value ? ['1'] : []),
    read: ([text]) => {
      view.isFollowing.value = text === '1';
      return text === undefined || text === '1';
    },
  }),
];

/** What an act may change: of a scene as it opens, its id says all of it. */
const ofPicture = 'q s off toff boff facet asof cmp pin grp size colour layout pos surface fold compact'.split(' ');

/** The present view as the part of an address behind `#`; empty for the first picture in Chinese. */
export function writeAddress(): string {
  const search = new URLSearchParams();
  for (const { key, write } of fields) {
    for (const text of write()) search.append(key, text);
  }
  if (isAsInScene()) for (const key of ofPicture) search.delete(key);
  return search.toString();
}

/** The same of the view as it is kept or given away: whoever opens it later is not in a show. */
export function writeKeptView(): string {
  const search = new URLSearchParams(writeAddress());
  search.delete('present');
  return search.toString();
}

/** Takes the view from the part of an address behind `#`; answers the keys that it could not make sense of. */
export function readAddress(text: string): string[] {
  const search = new URLSearchParams(text);
  return batch(() => {
    const unreadable = readFields(search);
    const isSceneAlone = view.sceneId.value !== null && !ofPicture.some((key) => search.has(key));
    wantedScene.value = isSceneAlone ? view.sceneId.value : null;
    return unreadable;
  });
}

/** Answers the keys that make no sense. */
function readFields(search: URLSearchParams): string[] {
  const known = new Set(fields.map(({ key }) => key));
  return [
    ...fields.filter(({ key, read }) => !read(search.getAll(key))).map(({ key }) => key),
    ...[...new Set(search.keys())].filter((key) => !known.has(key)),
  ];
}

/** A part of the view that says nothing while the document is put away. */
function whileRead({ key, write, read }: Field): Field {
  return { key, write: () => (view.twin.value === 'reading' ? write() : []), read };
}

/** A set of names, each in an entry of its own. */
function setField(key: string, part: Signal<ReadonlySet<string>>): Field {
  return {
    key,
    write: () => [...part.value].toSorted(),
    read: (texts) => {
      part.value = new Set(texts.filter((text) => text !== ''));
      return !texts.includes('');
    },
  };
}

/** A text that is left out while it is the usual one. */
function textField<Usual extends string | null>(key: string, part: Signal<string | Usual>, usual: Usual): Field {
  return {
    key,
    write: () => (part.value === usual || part.value === null ? [] : [part.value]),
    read: ([text]) => {
      part.value = text || usual;
      return text !== '';
    },
  };
}

/** A label with how it looks; null where a text says neither colour nor caption. */
function readLook(text: string): readonly [string, Appearance] | null {
  const [label = '', colour = '', caption = ''] = parted(text);
  if (label === '' || (colour === '' ? caption === '' : !isColourName(colour))) return null;
  return [label, { colour: isColourName(colour) ? colour : null, caption: caption || null }];
}

function readGroup(text: string): Group | null {
  const [id = '', name = '', fold, ...ids] = parted(text);
  const isGroup = view.isGroupId(id) && ids.length > 0 && (fold === 'folded' || fold === 'open');
  return isGroup ? { id, name, ids, isFolded: fold === 'folded' } : null;
}

const isLayout = (text: string): text is Layout => text === 'given' || view.layouts.some((layout) => layout === text);
/** Far beyond any picture, and far from what a canvas cannot draw. */
const farthest = 1e9;
const isCoordinate = (value: number | undefined): value is number => value !== undefined && Math.abs(value) <= farthest;
const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
