import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { afterEach, expect, it } from 'vitest';
import { Ontology } from '../../server/contract/data-set/ontology.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { emptyDatabase } from '../neo4j/empty-database.ts';
import { startCommand } from '../start-command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [program, ...argv] = startCommand();

describeWithNeo4j('npm start with a Neo4j', (address) => {
  const { uri, username, password } = address;
  const login = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
    await emptyDatabase(address);
  });

  /** What the server greets with, or says when it ends before. */
  async function start(environment: Record<string, string>): Promise<{ out: string; error: string }> {
    const { PATH, HOME } = process.env;
    const child = spawn(program, [...argv, '--api-only'], {
      cwd: root,
      env: { PATH, HOME, PORT: '0', ...login, ...environment },
    });
    let [out, error] = ['', ''];
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const greeted = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('the explorer is at')) resolve();
      });
    });
    child.stderr.on('data', (chunk: Buffer) => {
      error += chunk.toString();
    });
    ends.push(async () => {
      child.kill('SIGTERM');
      await closed;
    });
    await Promise.race([closed, greeted]);
    return { out, error };
  }

  async function fill(cypher: string): Promise<void> {
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
    try {
      await driver.executeQuery(cypher);
    } finally {
      await driver.close();
    }
  }

  it('says in one sentence that the password is wrong', async () => {
    const { out, error } = await start({ NEO4J_PASSWORD: 'not-this' });
    expect(out).toBe('');
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toContain('password');
    expect(error).not.toContain('not-this');
  });

  it('says of an empty one that nothing is loaded, and waits for the data set', async () => {
    const { out } = await start({});
    expect(out).toContain('nothing is loaded yet: npm run seed');
    expect((await ontologyOf(out)).key).toEqual({ label: 'Entity', property: 'id' });
  });

  it('shows the graph of somebody else by its own schema, and says so', async () => {
    await fill("CREATE (:Thing {title: 'a'})-[:MADE_OF]->(:Thing {title: 'b'}), (:Entity {name: 'not ours'})");
    const { out } = await start({});
    expect(out).toContain('3 nodes, 1 relationships of the database neo4j, shown by its own schema');
    const { key, labels } = await ontologyOf(out);
    expect([key, labels.map(({ name }) => name)]).toEqual([null, ['Thing', 'Entity']]);
  });

  it('tells no story of the graph of somebody else, and needs none for it', async () => {
    await fill("CREATE (:Thing {title: 'a'})");
    const parent = await mkdtemp(join(tmpdir(), 'data-sets-'));
    ends.push(() => rm(parent, { recursive: true }));
    const folder = join(parent, 'jinhua-2011');
    await cp(join(root, 'graph-seed/jinhua-2011'), folder, { recursive: true });
    await writeFile(join(folder, 'scenes.yaml'), '- {');
    for (const dataSet of ['graph-seed/jinhua-2011', folder]) {
      const { out } = await start({ DATA_SET: dataSet });
      expect(await (await fetch(`${addressIn(out)}/api/scenes`)).json()).toEqual([]);
    }
  });

  it('says that the text of a document is not used where the document is not shown', async () => {
    await fill("CREATE (:Thing {title: 'a'})");
    const { out } = await start({ DOCUMENT_TEXT: 'README.md' });
    expect(out).toContain(
      'DOCUMENT_TEXT is not used: it is the text of jinhua-2011, which the database does not hold\n',
    );
  });

  it('shows the data set where any of it is there, and the whole as it is when told to', async () => {
    await fill("CREATE (:Thing {title: 'a'}), (:Entity {id: 'x', dataSet: 'jinhua-2011', name: 'ours'})");
    expect((await ontologyOf((await start({})).out)).dataSet).toBe('jinhua-2011');
    expect((await ontologyOf((await start({ DATA_SET: 'none' })).out)).key).toBe(null);
  });
});

async function ontologyOf(out: string): Promise<Ontology> {
  return Ontology.parse(await (await fetch(`${addressIn(out)}/api/ontology`)).json());
}

const addressIn = (out: string): string => /the explorer is at (\S+)/.exec(out)?.[1] ?? '';
