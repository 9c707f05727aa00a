import { readFileSync } from 'node:fs';
import { highlightTree } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { cypherClasses, cypherLanguage } from '../../client/panels/workbench/editor-colours.ts';
import { contrast } from './contrast.ts';

const language = cypherLanguage();

/** The pieces of a text that have a colour, each as `colour:text`; signs are left out. */
function coloured(cypher: string): string {
  const pieces: string[] = [];
  highlightTree(language.parser.parse(cypher), cypherClasses, (from, to, name) => {
    const colour = name.replace('cypher-', '');
    if (colour !== 'sign') pieces.push(`${colour}:${cypher.slice(from, to)}`);
  });
  return pieces.join(' ');
}

describe('the colours of a text', () => {
  it.each([
    ['MATCH (n:Person) RETURN n', 'keyword:MATCH label:Person keyword:RETURN'],
    ['match (:律师|`Two words`&!C)', 'keyword:match label:律师 label:`Two words` label:C'],
    ['()-[r:KNOWS|LIKES*1..3]->()', 'label:KNOWS label:LIKES constant:1 constant:3'],
    ['WHERE n:A AND n.count > 1', 'keyword:WHERE label:A keyword:AND property:count constant:1'],
    ['{name: $name, ok: true}', 'property:name parameter:$name property:ok constant:true'],
    ['EXISTS { (n:A) }', 'keyword:EXISTS label:A'],
    ['COUNT { MATCH (n:A {b: 1}) }', 'keyword:COUNT keyword:MATCH label:A property:b constant:1'],
    ['RETURN count(*), size(n.x)', 'keyword:RETURN function:count function:size property:x'],
    ['CALL db.labels() YIELD label', 'keyword:CALL function:db function:labels keyword:YIELD'],
    ['[x IN xs WHERE x > 0 | x]', 'keyword:IN keyword:WHERE constant:0'],
    ['(n:A WHERE n.b | c)', 'label:A keyword:WHERE property:b'],
    ['WHERE n.a IN (1)', 'keyword:WHERE property:a keyword:IN constant:1'],
    ["RETURN 'it\\'s' // $no", "keyword:RETURN string:'it\\'s' comment:// $no"],
    ['/* a\nb */ RETURN', 'comment:/* a comment:b */ keyword:RETURN'],
    ["RETURN 'a\nMATCH' AS b", "keyword:RETURN string:'a string:MATCH' keyword:AS"],
    ['RETURN $`odd name`', 'keyword:RETURN parameter:$`odd name`'],
  ])('%s', (cypher, expected) => {
    expect(coloured(cypher)).toBe(expected);
  });

  it('are there for a text of any length', () => {
    expect(coloured(`${'['.repeat(5_000)} 1`)).toBe('constant:1');
  });
});

/** The colours that a style sheet gives names, for light and for dark. */
function colours(sheet: string): Map<string, [string, string]> {
  const text = readFileSync(new URL(`../../client/styles/${sheet}.css`, import.meta.url), 'utf8');
  const found = text.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]));
}

it('each colour can be read on the editor’s ground, in both schemes', () => {
  const [light = '', dark = ''] = colours('tokens').get('panel') ?? [];
  const cypher = [...colours('cypher-colours')].filter(([name]) => name.startsWith('cypher-'));
  expect(cypher.length).toBeGreaterThan(5);
  const faint = cypher.filter(
    ([, [onLight, onDark]]) => contrast(onLight, light) < 4.5 || contrast(onDark, dark) < 4.5,
  );
  expect(faint).toEqual([]);
});
