import { administration } from './administration.ts';
import type { Attack } from './attack.ts';
import { exhaustion } from './exhaustion.ts';
import { files } from './files.ts';
import { parsers } from './parsers.ts';
import { values } from './values.ts';
import { writes } from './writes.ts';

/** All attacks, by what they are after. */
export const attacks: [group: string, attacks: Attack[]][] = [
  ['the data', writes],
  ['the rule over the database', administration],
  ['files and addresses', files],
  ['the parser and the planner', parsers],
  ['memory, time and the answer', exhaustion],
  ['values', values],
];
