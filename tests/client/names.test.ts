import { beforeEach, describe, expect, it } from 'vitest';
import { nameOf, ontology } from '../../client/state/ontology.ts';
import { LabelStyle } from '../../server/contract/data-set/styles.ts';
import type { Node } from '../../server/contract/graph.ts';
import { bareOntology } from './bare-ontology.ts';

const text = (word: string) => ({ zh: word, en: word });

/** An ontology as the server makes it of somebody else's graph. */
beforeEach(() => {
  ontology.value = {
    ...bareOntology,
    labels: [
      ['Film', 'title'],
      ['Year', 'value'],
      ['Person', 'name'],
      ['Bare', undefined],
    ].map(([name, nameProperty]) =>
      LabelStyle.parse({
        name,
        nameProperty,
        title: text('a'),
        description: text('a'),
        colour: { light: '#000000', dark: '#ffffff' },
        icon: 'star',
        shape: 'tag',
      }),
    ),
  };
});

describe('the name of a node', () => {
  it.each<[name: string, label: string, properties: Node['properties']]>([
    ['Metropolis', 'Film', { title: 'Metropolis', name: 'a name of another kind' }],
    ['Film', 'Film', { name: 'Film', count: 3 }],
    ['1927', 'Year', { value: 1927 }],
    ['Thea', 'Person', { name: 'Thea' }],
    ['named all the same', 'Bare', { name: 'named all the same' }],
    ['4:x:1', 'Bare', { title: 'no name' }],
    ['4:x:1', 'Film', { title: '' }],
    ['4:x:1', 'Film', { title: ['a', 'list'] }],
  ])('is %s for a %s with %j', (name, label, properties) => {
    expect(nameOf({ id: '4:x:1', labels: [label], properties })).toBe(name);
  });
});
