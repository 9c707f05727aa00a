import type { GrafeoDB } from '@grafeo-db/js';
import { DatabaseBuilder } from './embedded-build.ts';
import { nodesOf, numbersOf, relationshipsOf } from './embedded-held.ts';
import type { Give } from './handed-over.ts';
import type { StreamPart } from './store.ts';
import { countAll, describeSchema, planQuery, readRows, type Database } from './embedded-engine.ts';
import type { GoOn, Message, Opening, ProblemParts, Request, WritingRequest } from './embedded-messages.ts';
import { streamRows } from './embedded-stream.ts';
import { problemParts, toProblemError } from './embedded-problem.ts';
import { PropertyTypes } from './embedded-properties.ts';
import type { Key } from './key.ts';

/**
 * The child process in which the embedded engine runs. Its first message says what to open; then it answers one request
 * after the other. It is ended from outside when a query takes too long: the engine itself cannot be stopped.
 */

/** Milliseconds between two reports of the memory that is used. */
const memoryInterval = 100;

// A terminal sends its interrupt to the whole group; the server decides when its children end.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
// Without the server there is nobody to answer; a running query would keep an orderly exit waiting.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.once('message', (opening: Opening) => void start(opening));

async function start({ path, key }: Opening): Promise<void> {
  const engine = await loadEngine();
  if (!engine) {
    send({ kind: 'problem', problem: { code: 'database-unavailable', detail: notMadeForThis } });
    return;
  }
  let database: Database | undefined;
  try {
    if (path !== undefined) database = openDatabase(engine, path, key);
  } catch (error) {
    send({ kind: 'problem', problem: { code: 'database-unavailable', detail: unusable(error) } });
    return;
  }
  const builder = new DatabaseBuilder(engine);
  process.on('message', (message: Request | GoOn) => {
    if (message.kind === 'go-on') goOn();
    else void answer({ builder, database }, message);
  });
  send({ kind: 'ready' });
}

let goOn = () => {};

/** Sends a part of a stream and waits until it has been read. */
const give: Give<StreamPart> = (part) =>
  new Promise((resolve) => {
    goOn = resolve;
    send({ kind: 'part', part });
  });

function openDatabase(engine: typeof GrafeoDB, path: string, key: Key): Database {
  const opened = engine.openReadOnly(path);
  return { engine: opened, key, properties: new PropertyTypes(opened) };
}

/** The engine comes as a binary, which its package has for some machines only. */
async function loadEngine(): Promise<typeof GrafeoDB | undefined> {
  try {
    return (await import('@grafeo-db/js')).default.GrafeoDB;
  } catch {
    return undefined;
  }
}

interface Opened {
  builder: DatabaseBuilder;
  /** Undefined in a child that only writes. */
  database: Database | undefined;
}

async function answer(opened: Opened, request: Request): Promise<void> {
  const reports = setInterval(reportMemory, memoryInterval);
  try {
    const answered = await perform(opened, request);
    if (request.kind === 'stream' || (request.kind === 'read' && request.isTyped)) reportMemory();
    send({ kind: 'answer', answer: answered });
  } catch (error) {
    send({ kind: 'problem', problem: problemOf(error, request) });
  } finally {
    clearInterval(reports);
  }
}

function reportMemory(): void {
  send({ kind: 'memory', bytes: process.memoryUsage.rss() });
}

function problemOf(error: unknown, request: Request): ProblemParts {
  const problem = problemParts(toProblemError(error, 'cypher' in request ? request.cypher : ''));
  if (!isWriting(request)) return problem;
  return { code: 'internal', detail: `the database cannot be written: ${problem.detail}` };
}

function isWriting(request: Request): request is WritingRequest {
  return ['begin', 'add-nodes', 'add-relationships', 'finish'].includes(request.kind);
}

function perform({ builder, database }: Opened, request: Request): unknown {
  return isWriting(request) ? builder.perform(request) : performOn(database, request);
}

function performOn(database: Database | undefined, request: Exclude<Request, WritingRequest>): unknown {
  if (!database) throw new Error('no database is open');
  switch (request.kind) {
    case 'read':
      return readRows(database, request);
    case 'stream':
      return streamRows(database, request, give);
    case 'plan':
      return planQuery(database, request);
    case 'schema':
      return describeSchema(database);
    case 'count':
      return countAll(database);
    case 'numbers':
      return numbersOf(database, request.of);
    case 'nodes':
      return nodesOf(database, request.numbers);
    case 'relationships':
      return relationshipsOf(database, request.numbers);
  }
}

/** A server that has just gone away is no error: this process is then ended too. */
function send(message: Message): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

const notMadeForThis =
  `the embedded engine is not made for this machine (${process.platform} ${process.arch}): ` +
  'use Docker or a Neo4j, as the README says';

function unusable(error: unknown): string {
  return `the embedded database cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}
