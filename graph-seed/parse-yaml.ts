import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { lowerFirst } from './schema-problems.ts';
import { problemAt } from './seed-error.ts';
import { placeAt } from './source.ts';
import type { Source } from './source.ts';
import { tooDeepAt } from './yaml-depth.ts';
import { placesOf } from './yaml-places.ts';
import { structureFlaw } from './yaml-structure.ts';
import type { YamlFlaw } from './yaml-structure.ts';

/** Reads YAML 1.2 and remembers on which line each part of it stands. */
export function parseYaml(file: string, text: string): Source {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return tooDeep(file, deep);
  const lineCounter = new LineCounter();
  // Keys that come twice are looked for below: the parser compares each with all before it.
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  const places = placesOf(document);
  const lineAt = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
  const source = {
    file,
    value: undefined,
    problems: [],
    line: (path: readonly PropertyKey[]) => lineAt(places.offsetOf(path)),
  };
  const wrong = syntaxFlaw(document, text) ?? structureFlaw(document);
  if (!wrong) return { ...source, value: document.toJS({ maxAliasCount: -1 }) };
  const { offset, flaw } = wrong;
  const { id } = placeAt(source, []);
  const place = { file, line: lineAt(offset), id: places.idAt(offset) ?? id };
  return { ...source, problems: [problemAt(place, flaw)] };
}

/** What follows the first error is mostly the same error again, seen from further on. */
function syntaxFlaw({ errors, warnings }: Document, text: string): YamlFlaw | undefined {
  const [error] = [...errors, ...warnings];
  if (!error) return undefined;
  const [offset] = error.pos;
  // The parser says many things of a tab, but seldom that it is one.
  if (/^ *\t/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1))) {
    return { offset, flaw: { code: 'yaml-tab', message: 'the YAML is wrong: a tab indents the line' } };
  }
  const code = error.code === 'MULTIPLE_DOCS' ? 'yaml-several' : 'yaml-syntax';
  return { offset, flaw: { code, message: `the YAML is wrong: ${lowerFirst(error.message)}` } };
}

function tooDeep(file: string, line: number): Source {
  const source = { file, value: undefined, problems: [], line: () => line };
  const problem = problemAt(placeAt(source, []), { code: 'yaml-too-deep', message: 'the YAML is nested too deep' });
  return { ...source, problems: [problem] };
}
