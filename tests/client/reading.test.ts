import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readAddress, writeAddress } from '../../client/state/view/address.ts';
import { toggleLabel } from '../../client/state/picture/filter-actions.ts';
import { undo } from '../../client/state/view/history.ts';
import {
  addressesOf,
  addressesOfAny,
  knownMentions,
  loadMentions,
  sayings,
  sections,
} from '../../client/state/reading/mentions.ts';
import { fetchWords, locale } from '../../client/state/locale.ts';
import { announcement, notices } from '../../client/state/notices.ts';
import { ontology, sentenceOf } from '../../client/state/ontology.ts';
import { bringPassage } from '../../client/state/reading/passage-actions.ts';
import { addressOf, passageAt, passages } from '../../client/state/reading/passages.ts';
import { isKnown, knownNode, nameOfId, picture, selection } from '../../client/state/picture/picture.ts';
import { litIds, pointedIds } from '../../client/state/picture/pointed.ts';
import { partsOfSelection } from '../../client/state/query-parts.ts';
import {
  foldAll,
  foldedSections,
  readingLines,
  readingOutline,
  unfoldTo,
} from '../../client/state/reading/reading-outline.ts';
import {
  isMentioned,
  isPointedAt,
  lightUp,
  mentionAddresses,
  pointedPart,
  presenceOf,
  seenOf,
} from '../../client/state/reading/reading-sight.ts';
import {
  isDocumentThere,
  isFollowing,
  isReading,
  noteLook,
  openReadingAt,
  passOverUnknownPlace,
  shownTwin,
  soughtPassage,
  startFollowing,
  stopFollowing,
  toggleReading,
  visitPassage,
} from '../../client/state/reading/reading.ts';
import { select } from '../../client/state/picture/select-actions.ts';
import { sentenceOfId, toldRelationship } from '../../client/state/picture/sentence-of-id.ts';
import { refresh, start } from '../../client/state/view/session.ts';
import { sight } from '../../client/state/picture/sight.ts';
import * as view from '../../client/state/view/view.ts';
import { explainedId } from '../../client/state/reading/why-sought.ts';
import { fetchFacts } from '../../client/state/reading/why.ts';
import { againstApp } from './against-app.ts';
import { countRequests } from './count-requests.ts';

const { app } = againstApp();

const committee = 'association-party-committee';

beforeEach(async () => {
  readAddress('');
  view.setSnapshot(view.freshSnapshot(view.overview, 'given'));
  await start();
  await loadMentions();
});

/** Lights up what is read until the test ends. */
function read(): void {
  onTestFinished(lightUp());
}

describe('what the document says', () => {
  it('arrives with one request, and is not asked for again', async () => {
    knownMentions.value = { kind: 'waiting' };
    const requests = countRequests();
    await loadMentions();
    await loadMentions();
    expect(requests()).toEqual(['/api/queries/mentions']);
    expect(knownMentions.value.kind).toBe('answered');
  });

  it('is known of each passage as the passage itself counts it', () => {
    expect(passages.value.length).toBeGreaterThan(50);
    const { batch } = app().loaded;
    for (const address of passages.value.map(addressOf)) {
      const { nodes = [], relationships = [], involved = [], phrases = [] } = sayings.value.get(address) ?? {};
      const isSaidHere = ({ properties }: { properties: Record<string, unknown> }): boolean =>
        [properties['evidence']].flat().includes(address);
      const lines = batch.relationships.filter(isSaidHere);
      const said = batch.nodes.filter(isSaidHere).map(({ id }) => id);
      expect(new Set(nodes)).toEqual(new Set(said));
      expect(new Set(relationships)).toEqual(new Set(lines.map(({ id }) => id)));
      expect(new Set(involved)).toEqual(new Set([...said, ...lines.flatMap(({ start: from, end }) => [from, end])]));
      expect(new Set(phrases.flatMap(({ facts }) => facts))).toEqual(new Set([...nodes, ...relationships]));
    }
    const facts = [...sayings.value.values()].flatMap(({ nodes, relationships }) => nodes.concat(relationships));
    expect(new Set(facts).size).toBeGreaterThan(400);
  });

  it('leads from a node to all places where it or a relationship of it is said, in reading order', () => {
    const addresses = addressesOf(committee);
    expect(addresses.length).toBeGreaterThan(5);
    const order = [...passageAt.value.keys()].map(String);
    expect(addresses).toEqual(order.filter((address) => addresses.includes(address)));
    const evidence = knownNode(committee)?.properties['evidence'];
    expect(evidence).toBeDefined();
    expect(addresses).toEqual(expect.arrayContaining(Array.isArray(evidence) ? evidence : []));
    for (const { start: from, end, properties } of picture.value.relationships.values()) {
      if (from !== committee && end !== committee) continue;
      expect(addresses).toEqual(expect.arrayContaining([properties['evidence']].flat()));
    }
    const both = new Set([...addresses, ...addressesOf('law-firms')]);
    expect(addressesOfAny([committee, 'law-firms'])).toEqual(order.filter((address) => both.has(address)));
  });

  it('is known as far as it is on the picture where it did not arrive, and can be asked for again', async () => {
    knownMentions.value = { kind: 'waiting' };
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.reject(new TypeError('no network'));
    await loadMentions();
    globalThis.fetch = fetch;
    expect(knownMentions.value.kind).toBe('failed');
    expect(addressesOf(committee).length).toBeGreaterThan(0);
    expect(sections.value).toEqual([]);
    await loadMentions();
    expect(sections.value.length).toBeGreaterThan(10);
  });
});

/** Facts that some passage says, and of which no more than the name has come. */
const namedOnly = (): string[] =>
  [...sayings.value.values()]
    .flatMap(({ nodes, relationships }) => nodes.concat(relationships))
    .filter((id) => !isKnown(id));

describe('what is said and not on the picture', () => {
  it('has its name, in both languages, though no more of it has come', async () => {
    await fetchWords('en');
    onTestFinished(() => void (locale.value = 'zh'));
    const { nodes, relationships } = app().loaded.batch;
    const nodeOf = (id: string) => nodes.find((node) => node.id === id);
    const unknown = namedOnly();
    expect(unknown.length).toBeGreaterThan(200);
    for (const language of ['zh', 'en'] as const) {
      locale.value = language;
      for (const id of unknown) {
        const node = nodeOf(id);
        const relationship = relationships.find((other) => other.id === id);
        const nameIn = (of: string): string => String(nodeOf(of)?.properties[language === 'zh' ? 'name' : 'nameEn']);
        expect(sentenceOfId(id)).toBe(relationship ? sentenceOf(relationship, nameIn) : nameIn(node?.id ?? ''));
      }
    }
    expect(unknown.map(sentenceOfId)).toEqual(expect.arrayContaining([expect.stringMatching(/ \(.*\d{4}.*\)$/)]));
    const document = nodes.find(({ labels }) => labels.includes('Document'));
    expect(nameOfId(document?.id ?? '')).toBe(document?.properties['nameEn']);
  });

  it('is told by its name where it is selected, and whole once it has been fetched, with one request', async () => {
    const [id = ''] = namedOnly();
    const requests = countRequests();
    select(id);
    expect(selection.value).toEqual({ kind: 'named', id });
    expect([explainedId(), partsOfSelection(selection.value).map(({ title }) => title)]).toEqual([id, ['原文依据']]);
    expect(await fetchFacts([id])).toBeNull();
    expect(selection.value).toMatchObject({ kind: 'node', node: { id, properties: { basis: 'stated' } } });
    expect(requests()).toEqual([`/api/queries/facts?ids=${id}`]);
    select(null);
  });

  it('is not asked for with the next picture by itself', async () => {
    const [id = ''] = namedOnly();
    select(id);
    const requests = countRequests();
    await refresh();
    expect([requests(), view.selectedId.value, notices.value]).toEqual([[], id, []]);
    select(null);
  });
});

describe('the picture beside the document', () => {
  it('shows what the passage says that is pointed at, with both ends of each line, and costs no request', () => {
    read();
    const requests = countRequests();
    for (const address of ['lead.1', 's3.i2.2']) {
      pointedPart.value = { addresses: [address] };
      const { nodes = [], relationships = [] } = sayings.value.get(address) ?? {};
      const ends = relationships.flatMap((id) => {
        const relationship = toldRelationship(id);
        return relationship ? [relationship.start, relationship.end] : [];
      });
      expect(litIds.value).toEqual(new Set([...nodes, ...relationships, ...ends]));
      expect(litIds.value.size).toBeGreaterThan(5);
    }
    pointedPart.value = { addresses: ['lead.1'], facts: ['law-firms'] };
    expect([...litIds.value]).toEqual(['law-firms']);
    pointedPart.value = null;
    expect(litIds.value.size).toBe(0);
    expect(requests()).toEqual([]);
  });

  it('goes on showing the passage, or the section, that is selected', () => {
    read();
    const passage = passageAt.value.get('lead.1');
    select(passage?.id ?? '');
    expect(litIds.value).toEqual(new Set(seenOf(['lead.1'])));
    const section = readingOutline.value.find(({ kind }) => kind === 'section');
    select(section?.id ?? '');
    expect(litIds.value).toEqual(new Set(seenOf(section?.addresses ?? [])));
    // A part of the document is no thing that the document speaks of.
    expect(mentionAddresses.value).toEqual([]);
  });

  it('marks where the selected thing is said, and the thing that is pointed at', () => {
    select(committee);
    expect(mentionAddresses.value).toEqual(addressesOf(committee));
    expect([isMentioned('lead.2'), isMentioned('page.1')]).toEqual([true, false]);
    pointedIds.value = ['law-firms'];
    expect(passages.value.map(addressOf).filter(isPointedAt)).toEqual(addressesOf('law-firms'));
    pointedIds.value = [];
  });

  it('is told how much of a passage is on it, and what the filters hold back', () => {
    const before = presenceOf('lead.2');
    expect(before.shown).toBeGreaterThan(0);
    expect(before.shown).toBeLessThan(before.all);
    expect(before.heldBack).toBe(0);
    toggleLabel('Collective');
    expect(presenceOf('lead.2').heldBack).toBeGreaterThan(0);
  });

  it('gets the rest of a passage with one request, which moves nothing, can be undone and is in the link', async () => {
    const before = picture.value;
    const places = view.positions.value;
    const id = passageAt.value.get('lead.2')?.id ?? '';
    const { shown, all } = presenceOf('lead.2');
    const requests = countRequests();
    await bringPassage(id);
    expect(requests()).toEqual([`/api/queries/passage-mentions?id=${id}`]);
    expect(presenceOf('lead.2')).toMatchObject({ shown: all });
    expect(picture.value.nodes.has(id)).toBe(false);
    for (const [key, place] of places) expect(view.positions.value.get(key)).toEqual(place);
    const address = writeAddress();
    await undo();
    expect([...picture.value.nodes.keys()]).toEqual([...before.nodes.keys()]);
    expect(presenceOf('lead.2').shown).toBe(shown);
    readAddress(address);
    expect(view.steps.value).toEqual([{ kind: 'passage', id }]);
  });
});

describe('the lines of the document', () => {
  it('are those that are not folded away, and a place that is gone to is unfolded', () => {
    const whole = readingLines.value.length;
    foldAll(true);
    expect(readingLines.value.length).toBeLessThan(whole);
    expect(readingLines.value.every(({ kind, level }) => kind === 'section' || level === 1)).toBe(true);
    unfoldTo('s1.i1.2');
    expect(readingLines.value.some(({ address }) => address === 's1.i1.2')).toBe(true);
    expect(readingLines.value.some(({ address }) => address === 's2.i1.2')).toBe(false);
    foldAll(false);
    expect([foldedSections.value.size, readingLines.value.length]).toEqual([0, whole]);
  });
});

describe('a reader of the document', () => {
  it('opens and closes it, and is taken to a place without anything being selected or moved', () => {
    toggleReading();
    expect(isReading.value).toBe(true);
    toggleReading();
    expect(isReading.value).toBe(false);
    select(committee);
    openReadingAt('lead.2');
    expect([isReading.value, view.selectedId.value, soughtPassage.value]).toEqual([
      true,
      committee,
      { address: 'lead.2' },
    ]);
    expect(view.camera.value).toBe(null);
  });

  it('gets the passage itself where there is no room for the document', () => {
    const passage = { id: passageAt.value.get('lead.2')?.id ?? '', address: 'lead.2' };
    view.surface.value = 'chart';
    visitPassage(passage);
    expect([view.selectedId.value, isReading.value]).toEqual([passage.id, false]);
    view.surface.value = 'picture';
    view.isPresenting.value = true;
    visitPassage(passage);
    expect(isReading.value).toBe(false);
    view.isPresenting.value = false;
  });

  it('is offered none where the graph is of no document, even by a link', () => {
    const known = ontology.value;
    onTestFinished(() => {
      ontology.value = known;
    });
    readAddress('view=reading');
    expect([isDocumentThere.value, shownTwin.value]).toEqual([true, 'reading']);
    ontology.value = known && { ...known, document: null };
    expect([isDocumentThere.value, shownTwin.value, isReading.value]).toEqual([false, null, false]);
  });

  it('is told that a link names a place which the document does not have, and the link is cleaned', () => {
    onTestFinished(() => void (notices.value = []));
    readAddress('view=reading&read=lead.2');
    passOverUnknownPlace();
    expect([view.passageInSight.value, notices.value]).toEqual(['lead.2', []]);
    readAddress('view=reading&read=nowhere.9');
    passOverUnknownPlace();
    expect(writeAddress()).toBe('view=reading');
    expect(notices.value).toEqual([{ kind: 'word', word: 'notice.link', values: { what: 'read' } }]);
  });

  it('finds by a link what they had folded away', () => {
    readAddress('view=reading');
    foldAll(true);
    const [address, lines] = [writeAddress(), readingLines.value];
    readAddress('view=reading');
    expect(readingLines.value.length).toBeGreaterThan(lines.length);
    readAddress(address);
    expect(readingLines.value).toEqual(lines);
    toggleReading();
    expect(writeAddress()).toBe('');
    foldAll(false);
  });

  it('leaves the picture where it followed to, and can look again where they looked before', () => {
    onTestFinished(() => void (sight.value = null));
    sight.value = { x1: 0, x2: 200, y1: 0, y2: 100, zoom: 2 };
    toggleReading();
    startFollowing();
    noteLook();
    sight.value = { x1: 500, x2: 700, y1: 0, y2: 100, zoom: 2 };
    stopFollowing();
    expect(isFollowing.value).toBe(false);
    const notice = notices.value.at(-1);
    expect(notice).toMatchObject({ word: 'reading.stayed' });
    if (notice?.kind === 'word') notice.act?.run();
    expect(view.camera.value).toEqual({ x: 100, y: 50, zoom: 2 });
  });

  it('is told by its sentence of a relationship that they select', () => {
    const id = 'jinhua-lawyers-association.HAS_MEMBER.law-firms';
    select(id);
    expect(announcement.value).toEqual({ word: 'announce.selected', values: { name: sentenceOfId(id) } });
    expect(sentenceOfId(id)).not.toContain('HAS_MEMBER');
  });

  it('has nothing follow a document that is not open', () => {
    readAddress('view=list&follow=1');
    expect([isFollowing.value, writeAddress()]).toEqual([false, 'view=list']);
    readAddress('view=reading&follow=1');
    expect(isFollowing.value).toBe(true);
    toggleReading();
    expect(isFollowing.value).toBe(false);
  });

  it('is led no more to a place once they have selected another thing, or put the document away', () => {
    for (const goOn of [() => select('lawyers'), toggleReading]) {
      openReadingAt('lead.1');
      expect(soughtPassage.value).toEqual({ address: 'lead.1' });
      goOn();
      expect(soughtPassage.value).toBeNull();
    }
  });
});
