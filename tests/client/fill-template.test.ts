import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentPlace, fileFormat, fileVersion } from '../../client/offline/file-content.ts';
import type { FileContent } from '../../client/offline/file-content.ts';
import { readContent } from '../../client/offline/read-content.ts';
import { fillTemplate } from '../../client/state/exporting/fill-template.ts';
import { bareOntology } from './bare-ontology.ts';

const contentWith = (name: string): FileContent => ({
  format: fileFormat,
  version: fileVersion,
  made: '2026-01-01T00:00:00.000Z',
  view: '',
  ontology: bareOntology,
  graph: {
    nodes: [{ id: name, labels: [name], properties: { name } }],
    relationships: [],
    truncated: false,
    total: { nodes: 1, relationships: 0 },
  },
  index: { columns: [], rows: [] },
  answers: { [name]: { columns: [name], rows: [[name]], nodes: [name], relationships: [], truncated: false } },
  scenes: [],
  ownScenes: [],
});

const start = '<html><body>';
const end = '<script>run()</script></body></html>';

/** Texts as they come, and those that HTML or a script would make something of. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('</script>', '<!--', '-->', '<script', ']]>', '&lt;', '\u2028', '$&', "$'", '\\u003c', '律师'),
    )
    .map((parts) => parts.join('')),
);

describe('a template that is filled', () => {
  it('holds any text as data that no reader of HTML takes for its own, and gives it back as it was', () => {
    fc.assert(
      fc.property(texts, (name) => {
        const content = contentWith(name);
        const filled = fillTemplate(start + contentPlace + end, content) ?? '';
        const [opening = ''] = contentPlace.split('</');
        const json = filled.slice((start + opening).length, filled.length - `</script>${end}`.length);
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
        expect(filled).toBe(`${start}${opening}${json}</script>${end}`);
        expect(readContent(json)).toEqual(content);
      }),
    );
  });

  it('is none where the template has no place for content', () => {
    expect(fillTemplate(start + end, contentWith('name'))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"format":'],
    ['something else', '{"format":"document-graph-explorer view","version":1}'],
    ['content of a later version', JSON.stringify({ ...contentWith('name'), version: 2 })],
    ['a number', '1'],
  ])('is not read where there is %s in it', (_what, text) => {
    expect(readContent(text)).toBeNull();
  });
});
