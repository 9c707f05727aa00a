import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryOf } from '../../client/state/questions.ts';
import type { Question } from '../../server/contract/data-set/question.ts';
import type { Json } from '../../server/contract/json.ts';
import { queriesFor } from '../../server/queries/catalogue.ts';
import type { BuiltInDataSet } from '../built-in-data-sets.ts';
import { builtInDataSets, firstDataSet } from '../built-in-data-sets.ts';
import type { Case } from './cases.ts';
import { casesOf } from './cases.ts';
import { questionFacts } from './question-facts.ts';
import type { LoadedStore } from './loaded-store.ts';
import { ask, openEmbedded } from './loaded-store.ts';

let loaded: LoadedStore;

/** Opens the data set that the tests of a group ask. */
function open(dataSet: BuiltInDataSet): void {
  beforeAll(async () => {
    loaded = await openEmbedded(dataSet);
  });
  afterAll(async () => {
    await loaded.close();
  });
}

/** Asks a question, as it stands at first but for what is filled in. */
const answerTo = (question: Question, fillings: Record<string, Json> = {}) => {
  const first = Object.entries(question.blanks).map(([name, blank]) => [name, blank.default]);
  const values = { ...question.parameters, ...Object.fromEntries(first), ...fillings };
  return ask(loaded, queryOf(question), values);
};

const named = (id: string): Question => {
  const question = loaded.ontology.questions.find((other) => other.id === id);
  if (!question) throw new Error(`there is no question ${id}`);
  return question;
};

/** Questions that a data set has at least, those with blanks, and nodes that these offer. */
const fewest = {
  'jinhua-2011': { questions: 20, withBlanks: 20, offered: 100 },
  'metre-convention': { questions: 5, withBlanks: 5, offered: 10 },
};

describe.each(builtInDataSets)('the questions of the built-in data set $name', (dataSet) => {
  open(dataSet);
  const least = fewest[dataSet.name];

  it('are enough, of every subject, and three to five of them on the first page', () => {
    const { questions, subjects } = loaded.ontology;
    expect(questions.length).toBeGreaterThanOrEqual(least.questions);
    expect(new Set(questions.map(({ subject }) => subject))).toEqual(new Set(subjects.map(({ id }) => id)));
    expect(questions.filter(({ blanks }) => Object.keys(blanks).length > 0).length).toBeGreaterThanOrEqual(
      least.withBlanks,
    );
    expect(questions.filter(({ isFeatured }) => isFeatured).length).toBeGreaterThanOrEqual(3);
  });

  it('have a blank of every kind', () => {
    const kinds = loaded.ontology.questions.flatMap(({ blanks }) => Object.values(blanks).map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['node', 'label', 'type', 'number', 'date', 'text', 'choice']));
  });

  it('all have an answer as they stand at first', async () => {
    for (const question of loaded.ontology.questions) {
      const { graph, table, truncated } = await answerTo(question);
      expect([question.id, table.rows.length > 0, graph.nodes.length > 0, truncated]).toEqual([
        question.id,
        true,
        true,
        false,
      ]);
    }
  });

  it('are answered without a blank too: what stands there at first is what is asked for', async () => {
    for (const question of loaded.ontology.questions) {
      if (question.cypher === undefined) continue;
      const { table } = await ask(loaded, queryOf(question), {});
      expect(table).toEqual((await answerTo(question)).table);
    }
  });

  it.each(questionFacts[dataSet.name])(
    'answer what the document says: $id, $column',
    async ({ id, column, answer }) => {
      const { table } = await answerTo(named(id));
      const place = table.columns.indexOf(column);
      expect(table.rows.map((row) => plain(row[place] ?? null))).toEqual(answer);
    },
  );

  it('offer nodes of which each has an answer', async () => {
    let offered = 0;
    for (const question of loaded.ontology.questions) {
      const [blank, ...others] = Object.entries(question.blanks);
      if (blank?.[1].kind !== 'node' || others.length > 0) continue;
      const [name, { labels, kinds }] = [blank[0], blank[1]];
      const choices = await ask(loaded, 'nodes', {
        ...(labels.length > 0 && { labels }),
        ...(kinds.length > 0 && { kinds }),
        limit: 200,
      });
      const ids = choices.table.rows.map(([cell]) => plain(cell ?? null));
      expect(ids).toContain(blank[1].default);
      for (const id of ids) {
        const { table } = await answerTo(question, { [name]: id });
        expect([question.id, id, table.rows.length > 0]).toEqual([question.id, id, true]);
      }
      offered += ids.length;
    }
    expect(offered).toBeGreaterThan(least.offered);
  });

  it('name columns that their answers have', async () => {
    for (const question of loaded.ontology.questions) {
      const { columns } = (await answerTo(question)).table;
      expect(Object.keys(question.columns).filter((name) => !columns.includes(name))).toEqual([]);
    }
  });

  it('say in both languages what they ask, in the signs of each', () => {
    for (const { title, description } of loaded.ontology.questions) {
      expect([title.zh, title.en]).toEqual([expect.stringMatching(/？$/), expect.stringMatching(/\?$/)]);
      expect([description.zh, description.en]).toEqual([
        expect.stringMatching(/\p{Script=Han}.*。$/u),
        expect.stringMatching(/^[^\p{Script=Han}]+\.$/u),
      ]);
      expect(title.zh + description.zh).not.toMatch(/[,;:?!]/);
    }
  });
});

describe.each(builtInDataSets)('what the Cypher behind a query is told to be on $name', (dataSet) => {
  open(dataSet);
  const options = { timeoutMs: 20_000, maxRows: 10_000, maxBytes: 20_000_000 };

  it('gives the same rows when somebody runs it from the editor', async () => {
    const { store, ontology } = loaded;
    const asked = [
      ...casesOf[dataSet.name],
      ...ontology.questions.map((question): Case => [queryOf(question), question.parameters]),
    ];
    let run = 0;
    for (const [name, input] of asked) {
      const query = queriesFor(ontology).find((other) => other.name === name);
      if (!query) throw new Error(`there is no query ${name}`);
      const { cypher, params, isWhole } = query.statement(input, ontology);
      if (!isWhole) continue;
      const typed = await store.readUntrusted(cypher, params, options);
      expect([name, typed.table]).toEqual([name, (await ask(loaded, name, input)).table]);
      run += 1;
    }
    expect(run).toBeGreaterThan(asked.length / 2);
  });

  it('says where the text is not all of it', () => {
    const schema = queriesFor(loaded.ontology).find(({ name }) => name === 'schema');
    expect(schema?.statement({}, loaded.ontology).isWhole).toBe(false);
  });
});

describe('a question', () => {
  open(firstDataSet);

  it('refuses what its blanks do not take, by name', async () => {
    for (const [id, fillings, parameter] of [
      ['at-least', { least: -1 }, 'least'],
      ['honours-since', { since: 'yesterday' }, 'since'],
      ['derived', { label: 'Ghost' }, 'label'],
      ['of-type', { type: 'GUIDES]->() DETACH DELETE n //' }, 'type'],
      ['quoted', { words: ' ' }, 'words'],
      ['founding', { somebody: 'x' }, 'somebody'],
    ] as const) {
      await expect(answerTo(named(id), fillings)).rejects.toMatchObject({
        code: 'invalid-parameter',
        values: { parameter },
      });
    }
  });

  it('does not call a node empty that is not there', async () => {
    await expect(answerTo(named('founding'), { body: 'nobody' })).rejects.toMatchObject({
      code: 'unknown-node',
      values: { id: 'nobody' },
    });
  });

  it('takes a text as a text', async () => {
    expect((await answerTo(named('quoted'), { words: `' OR 1 = 1 //` })).table.rows).toEqual([]);
  });

  it('counts both ends of a period, however precise the dates', async () => {
    for (const [from, to, dates] of [
      ['2009', '2009', ['2009-06']],
      ['2009-06', '2009-06', ['2009-06']],
      ['2009-07', '2009', []],
    ] as const) {
      const { table } = await answerTo(named('between'), { from, to });
      expect(table.rows.map(([date]) => date)).toEqual(dates);
    }
  });
});

/** A node as its id, all else as it is. */
function plain(cell: Json): Json {
  const isNode = typeof cell === 'object' && cell !== null && '$node' in cell;
  return isNode ? (cell['$node'] ?? null) : cell;
}
