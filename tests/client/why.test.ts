import { beforeEach, describe, expect, it } from 'vitest';
import { fetchWords, locale } from '../../client/state/locale.ts';
import { ontology } from '../../client/state/ontology.ts';
import { loadFigures } from '../../client/state/figures/known-figures.ts';
import { loadPassages } from '../../client/state/reading/passages.ts';
import { startPath } from '../../client/state/picture/path-actions.ts';
import { learn, selection } from '../../client/state/picture/picture.ts';
import { select } from '../../client/state/picture/select-actions.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { overview, pathFrom, selectedId, sheet, steps } from '../../client/state/view/view.ts';
import type { Fact } from '../../client/state/reading/why.ts';
import {
  factOf,
  fetchFacts,
  missingOf,
  mostPremises,
  premiseText,
  reasonOf,
  whySentence,
} from '../../client/state/reading/why.ts';
import { citationOf, fetchCited, isCitable } from '../../client/state/reading/why-citation.ts';
import { askWhy, explainedId, whySought } from '../../client/state/reading/why-sought.ts';
import { againstApp } from './against-app.ts';
import { countRequests } from './count-requests.ts';

const { app } = againstApp();

beforeEach(async () => {
  locale.value = 'zh';
  await start();
  await openBase(overview, 'given');
  await Promise.all([loadPassages(), loadFigures()]);
});

/** Something of the graph, as it travels. */
function sent(id: string): Fact {
  const { nodes, relationships } = app().loaded.batch;
  const fact = [...nodes, ...relationships].find((one) => one.id === id);
  if (!fact) throw new Error(`there is nothing with the id ${id}`);
  return fact;
}

const kindOf = (id: string): string => reasonOf(sent(id)).kind;

describe('premises', () => {
  it('that have not arrived are fetched with one request, and then are there without another', async () => {
    const ids = ['charter-clause', 'provincial-justice-department', 'bureau-committee-leaders.GUIDES.liaison-unit'];
    expect(missingOf(ids)).not.toEqual([]);
    const stop = new AbortController();
    const asked = countRequests();
    expect(await fetchFacts(ids, stop.signal)).toBeNull();
    expect([asked().length, missingOf(ids)]).toEqual([1, []]);
    expect(await fetchFacts(ids, stop.signal)).toBeNull();
    expect(asked()).toHaveLength(1);
    const texts = ids.map((id) => premiseText(factOf(id) ?? sent(id)));
    expect(texts).toEqual([
      '本协会接受中共金华市律师协会委员会的监督指导',
      '省司法厅',
      '市司法局党委班子成员指导联系单位',
    ]);
    expect(premiseText(sent('passage-honour'))).toMatch(/^荣誉说：/);
    expect(premiseText(sent('figure-branches'))).toBe('党支部数 37 个');
  });

  it('that cannot be fetched are a problem to be told', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await fetchFacts(['nothing-of-the-kind'], stop.signal)).not.toBeNull();
    expect(await fetchFacts(['nothing-of-the-kind'], new AbortController().signal)).toBeNull();
    expect(missingOf(['nothing-of-the-kind'])).toEqual(['nothing-of-the-kind']);
  });
});

describe('why something is there', () => {
  it('is what is said of it, where in the document it is, or how the document is put together', () => {
    expect(kindOf('lawyers')).toBe('said');
    expect(kindOf('party-branches.INCLUDES.other-branches')).toBe('said');
    expect(kindOf('passage-lead-2')).toBe('place');
    expect(kindOf('section-s1')).toBe('place');
    expect(kindOf('jinhua-account')).toBe('document');
    expect(kindOf('passage-lead-1.NEXT.passage-lead-2')).toBe('structure');
    learn({ nodes: [sent('section-lead')].filter((fact) => 'labels' in fact), relationships: [] });
    expect(kindOf('passage-lead-2.PART_OF.section-lead')).toBe('structure');
    expect(reasonOf(sent('lawyers.CITES.passage-lead-1'))).toMatchObject({
      kind: 'said',
      grounds: { citations: [{ address: 'lead.1', quote: '执业律师869名' }] },
    });
  });

  it('is told of everything that the data set has, in both languages, without a place left open', async () => {
    await fetchWords('en');
    const { nodes, relationships } = app().loaded.batch;
    learn({ nodes, relationships });
    for (const language of ['zh', 'en'] as const) {
      locale.value = language;
      for (const fact of [...nodes, ...relationships]) {
        const reason = reasonOf(fact);
        const sentence = whySentence(fact, reason);
        expect([fact.id, reason.kind]).not.toEqual([fact.id, 'unsaid']);
        expect(sentence).not.toMatch(/[{}]/);
        const citation = citationOf(fact, reason);
        expect(citation?.numeric).toContain(
          '[1] 浙江省金华市律师协会党委先进事迹材料[Z]. [出版地不详]: [出版者不详], 2011',
        );
        expect(citation?.plain.split('\n')[0]).toContain(sentence);
      }
    }
  });

  it('is unsaid of a graph without a document, and nothing of it can be cited', () => {
    const known = ontology.value;
    const film: Fact = { id: '4:x:1', labels: ['Film'], properties: { title: 'M', released: 1931 } };
    ontology.value = known && { ...known, document: null };
    expect(reasonOf(film)).toEqual({ kind: 'unsaid' });
    expect(whySentence(film, { kind: 'unsaid' })).toMatch(/^这张图没有说明来源/);
    expect(citationOf(film, { kind: 'unsaid' })).toBeNull();
    ontology.value = known;
    expect(whySentence(film, { kind: 'unsaid' })).not.toMatch(/^这张图没有说明来源/);
  });
});

describe('a citation', () => {
  it('says in the language of the reader what is said, how it is known, where, and of which document', async () => {
    const fact = sent('party-branches.INCLUDES.other-branches');
    const { nodes, relationships } = app().loaded.batch;
    learn({ nodes, relationships });
    expect(citationOf(fact, reasonOf(fact))?.plain.split('\n')).toEqual([
      '律师事务所党支部包括其余党支部。',
      '由文中推出：37个党支部减去13个联合党支部，还有24个。',
      '前提：其余党支部数 24 个',
      '前提：律师事务所党支部包括联合党支部',
      '引文：“下设党支部37个,其中联合党支部13个”（开头 · 第2句）',
      '出处：《浙江省金华市律师协会党委先进事迹材料》，2011年。',
    ]);
    await fetchWords('en');
    locale.value = 'en';
    expect(citationOf(fact, reasonOf(fact))?.plain.split('\n').at(-2)).toBe(
      'Quote: “下设党支部37个,其中联合党支部13个” (Opening, sentence 2)',
    );
  });
});

describe('a citation that is copied', () => {
  const derived = 'party-branches.INCLUDES.other-branches';
  const plain = () => citationOf(sent(derived), reasonOf(sent(derived)))?.plain ?? '';

  it('has premises that arrived after the panel was drawn, and says how many it does not have', async () => {
    locale.value = 'zh';
    const reason = reasonOf(sent(derived));
    expect(isCitable(reason)).toBe(true);
    expect(await fetchCited(reason)).toBeNull();
    expect(plain()).toContain('前提：其余党支部数 24 个\n前提：律师事务所党支部包括联合党支部\n引文');
    expect(plain()).not.toContain('前提另有');
    const many = Array.from({ length: 3 * mostPremises }, (_, index) => `nothing-${index}`);
    const grounds = { citations: [], isDerived: true, derivedFrom: '', premises: ['lawyers', ...many] };
    const asked = countRequests();
    expect(await fetchCited({ kind: 'said', grounds })).toBeNull();
    expect(asked().map((address) => decodeURIComponent(address).match(/nothing-/g)?.length)).toEqual([
      mostPremises - 1,
    ]);
    expect(citationOf(sent(derived), { kind: 'said', grounds })?.plain).toContain(`前提另有 ${many.length} 条。`);
  });
});

describe('asking why', () => {
  it('selects what is asked about, and says so to the panel', () => {
    askWhy('lawyers');
    expect([selection.value?.kind, whySought.value, explainedId()]).toEqual(['node', 'lawyers', 'lawyers']);
    askWhy('nothing-of-the-kind');
    expect(explainedId()).toBeNull();
  });

  it('opens the details, which may be closed beside the document, and gives up picking a path', () => {
    startPath('party-branches');
    askWhy('lawyers');
    expect([sheet.value, pathFrom.value, selectedId.value, steps.value]).toEqual(['details', null, 'lawyers', []]);
  });

  it('leads nowhere once something else is selected', () => {
    askWhy('nothing-of-the-kind');
    select('lawyers');
    expect(whySought.value).toBeNull();
    select('nothing-of-the-kind');
    expect(whySought.value).toBeNull();
  });
});
