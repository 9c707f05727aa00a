import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
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

/** Reads YAML 1.2 and remembers on which line each part of it stands. */
export function parseYaml(file: string, text: string): Source {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  // What follows the first error is mostly the same error again, seen from further on.
  const problems = [...document.errors, ...document.warnings].slice(0, 1).map((error) => ({
    file,
    line: Math.max(1, lineCounter.linePos(error.pos[0]).line),
    message: `the YAML is wrong: ${firstLower(error.message)}`,
  }));
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
