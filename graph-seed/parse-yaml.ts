import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { basename } from 'node:path';
import type { ProblemCode } from './problem-codes.ts';
import { problemAt } from './seed-error.ts';
import type { SeedProblem } from './seed-error.ts';

/** A key of a map or an index of a list. */
export type Step = string | number;

/** A YAML file, read. */
export interface Source {
  file: string;
  /** Undefined where the file is not YAML. */
  value: unknown;
  problems: SeedProblem[];
  /** The line of what is at a path; of the nearest thing around it where nothing is there. */
  line(path: readonly PropertyKey[]): number;
}

/** What is wrong with the YAML, where there is more to say of it than that. */
const codes: Partial<Record<string, ProblemCode>> = {
  DUPLICATE_KEY: 'yaml-key-twice',
  TAB_AS_INDENT: 'yaml-tab',
  MULTIPLE_DOCS: 'yaml-several',
};

/** Reads YAML 1.2 and remembers on which line each part of it stands. */
export function parseYaml(file: string, text: string): Source {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  // What follows the first error is mostly the same error again, seen from further on.
  const problems = [...document.errors, ...document.warnings].slice(0, 1).map((error) => {
    const place = { file, line: Math.max(1, lineCounter.linePos(error.pos[0]).line), id: basename(file, '.yaml') };
    const message = `the YAML is wrong: ${firstLower(error.message)}`;
    return problemAt(place, { code: codes[error.code] ?? 'yaml-syntax', message });
  });
  return {
    file,
    value: problems.length > 0 ? undefined : document.toJS(),
    problems,
    line: (path) => Math.max(1, lineCounter.linePos(offsetOf(document, path)).line),
  };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else {
      break;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function firstLower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
