import { loadLargeGraph } from '../neo4j/large-graph.ts';
import { startNeo4j } from '../neo4j/start.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { startBareServer } from './bare-program.ts';
import { serverAlone, startExplorer } from './explorer.ts';
import type { Measure } from './measure.ts';
import { measureGate, measureOverhead, measureThroughput } from './queries-compare.ts';
import { HttpProgram } from './queries-http.ts';
import { searchIndex } from './queries-questions.ts';
import { RawProgram } from './queries-raw.ts';
import { measureStream } from './queries-stream.ts';

/** Friends of each person of the large graph: it then has 200,581 nodes and 1,000,040 relationships. */
const friends = 5;

/**
 * Typed queries through HTTP against the same ones by the driver alone and by a server that has nothing of its own, on a large Neo4j. An answer that is longer than
 * others is read as a stream.
 */
export async function measureQueries(environment: Record<string, string>): Promise<Measure[]> {
  console.log('making a graph of a million relationships …');
  const neo4j = await startNeo4j();
  try {
    await loadLargeGraph(neo4j, friends);
    return await measureOn(neo4j, environment);
  } finally {
    await neo4j.stop();
  }
}

/** The same on a Neo4j that has the graph. */
async function measureOn(neo4j: Neo4jAddress, environment: Record<string, string>): Promise<Measure[]> {
  const raw = new RawProgram(neo4j);
  await raw.write(searchIndex);
  await raw.write('CALL db.awaitIndexes(300)');
  const { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD } = neo4j;
  const explorer = await startExplorer([...serverAlone, '--api-only'], {
    ...environment,
    DATA_SET: 'none',
    NEO4J_URI,
    NEO4J_USERNAME,
    NEO4J_PASSWORD,
  });
  const bareServer = await startBareServer(neo4j);
  const programs = { http: new HttpProgram(explorer.url), bare: new HttpProgram(bareServer.url), raw };
  try {
    console.log('asking over HTTP, a bare server and by the driver alone …');
    return [
      ...(await measureStream(programs, explorer.process.pid)),
      ...(await measureOverhead(programs)),
      ...(await measureGate(programs)),
      ...(await measureThroughput(programs)),
    ];
  } finally {
    programs.http.close();
    programs.bare.close();
    await Promise.all([explorer.stop(), bareServer.stop()]);
    await raw.close();
  }
}
