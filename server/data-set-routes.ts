import type { RequestHandler } from 'express';
import type { AppDependencies } from './app-dependencies.ts';
import type { ConsoleAccess } from './console-access.ts';
import { cypherDoor } from './cypher-door.ts';
import { namedDoor } from './named-door.ts';
import type { QueryQueue } from './query-queue.ts';
import { cypherExportRoutes } from './routes/cypher-export.ts';
import { cypherQueueRoutes } from './routes/cypher-queue.ts';
import { cypherRoutes } from './routes/cypher.ts';
import { docsRoutes } from './routes/docs.ts';
import { documentTextRoutes } from './routes/document-text.ts';
import { graphRoutes } from './routes/graph.ts';
import { healthRoutes } from './routes/health.ts';
import { ontologyRoutes } from './routes/ontology.ts';
import { queryRoutes } from './routes/queries.ts';
import { sceneRoutes } from './routes/scenes.ts';

/** Milliseconds in which an answer is to be read when its query has had all its time. */
const readingMs = 60_000;

/** The same for what was typed: few such queries run at a time, and the next waits no longer than half a minute. */
const shortReadingMs = 20_000;

/** What the routes of all data sets share: who may type, and where queries wait for their turn. */
export interface Doors {
  access: ConsoleAccess;
  named: QueryQueue;
  typed: QueryQueue;
}

/**
 * The routes of one data set, relative to where they are put. Each router that a request passes takes its time, so those that
 * are asked most come first.
 */
export function dataSetRoutes(dependencies: AppDependencies, { access, named, typed }: Doors): RequestHandler[] {
  const { cypherLimits, exportLimits, queryLimits } = dependencies.settings;
  const door = namedDoor(named, queryLimits.timeoutMs + readingMs);
  return [
    cypherRoutes(dependencies, cypherDoor(access, typed, cypherLimits.timeoutMs + shortReadingMs)),
    queryRoutes(dependencies, door),
    graphRoutes(dependencies, door),
    cypherExportRoutes(dependencies, cypherDoor(access, typed, exportLimits.timeoutMs + readingMs)),
    cypherQueueRoutes(async (request) => typed.stateFor(await access.clientFor(request))),
    healthRoutes(dependencies, (request) => access.stateFor(request)),
    ontologyRoutes(dependencies),
    sceneRoutes(dependencies),
    documentTextRoutes(dependencies),
    docsRoutes(dependencies),
  ];
}
