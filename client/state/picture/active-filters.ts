import { computed } from '@preact/signals-core';
import { compare, setAsOf, setFacet, toggleBasis, toggleLabel, toggleType } from './filter-actions.ts';
import { formatDate, inLocale, t } from '../locale.ts';
import { labelTitle, typeStyleOf } from '../ontology.ts';
import { nameOfId } from './picture.ts';
import * as view from '../view/view.ts';

/** A filter that is on, in words, and how it is taken off. */
export interface ActiveFilter {
  key: string;
  text: string;
  remove: () => void;
}

const without = (name: string): string => t('chip.without', { name });

const bases = ['stated', 'derived'] as const;

/** Every filter that is on: what is held back first, then what the picture is narrowed to. */
export const activeFilters = computed<ActiveFilter[]>(() => {
  const { labelsOff, typesOff, basesOff, facet, asOf, compared } = view;
  return [
    ...[...labelsOff.value].map((label) => ({
      key: `label ${label}`,
      text: without(labelTitle(label)),
      remove: () => toggleLabel(label),
    })),
    ...[...typesOff.value].map((type) => ({
      key: `type ${type}`,
      text: without(inLocale(typeStyleOf(type).title)),
      remove: () => toggleType(type),
    })),
    ...bases
      .filter((basis) => basesOff.value.has(basis))
      .map((basis) => ({
        key: `basis ${basis}`,
        text: without(t(`filter.${basis}`)),
        remove: () => toggleBasis(basis),
      })),
    ...(facet.value === null
      ? []
      : [
          {
            key: 'facet',
            text: t('chip.facet', { name: nameOfId(facet.value) }),
            remove: () => setFacet(null),
          },
        ]),
    ...(asOf.value === null
      ? []
      : [{ key: 'asOf', text: t('act.asOf', { date: formatDate(asOf.value) }), remove: () => setAsOf(null) }]),
    ...(compared.value === null
      ? []
      : [
          {
            key: 'compared',
            text: t('act.compare', { from: formatDate(compared.value[0]), to: formatDate(compared.value[1]) }),
            remove: () => compare(null),
          },
        ]),
  ];
});
