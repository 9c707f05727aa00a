import type { TypeStyle } from '../server/contract/data-set/styles.ts';
import { passageIdsOf } from './address.ts';
import { everyEntry } from './entries.ts';
import type { Entry, Part } from './entries.ts';
import type { Evidence, SeedFigure, SeedNode, SeedRelationship } from './format.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';
import { commonRelationshipProperties, structureTypes } from './structure.ts';

/** Checks nodes, relationships and figures against the ontology, the passages and each other. */
export function checkGraph(seed: Seed, known: Known): SeedProblem[] {
  const types = new Map(
    seed.types.entries.flatMap(({ value }) => (value.name === undefined ? [] : [[value.name, value]])),
  );
  return [
    ...duplicateIds(seed),
    ...repeatedRelationships(seed),
    ...problemsIn(seed.nodes, (entry) => [...nodeProblems(entry, known), ...evidenceProblems(entry, known)]),
    ...problemsIn(seed.relationships, (entry) => [
      ...relationshipProblems(entry, known, types),
      ...evidenceProblems(entry, known),
    ]),
    ...problemsIn(seed.figures, (entry) => [...figureProblems(entry, known, types), ...evidenceProblems(entry, known)]),
  ];
}

/** Problems of one list that are looked for: one mistake, in a large table, is made in every row. */
const mostProblems = 1_000;

/** The first problems that a check finds in a list. */
export function problemsIn<T>(part: Part<T>, check: (entry: Entry<T>) => SeedProblem[]): SeedProblem[] {
  const problems: SeedProblem[] = [];
  for (const entry of everyEntry(part)) {
    problems.push(...check(entry));
    if (problems.length >= mostProblems) break;
  }
  return problems;
}

/** The second and later entries of one list that have the same id, name or address. */
export function duplicates(entries: Iterable<Entry<unknown>>, what: string): SeedProblem[] {
  const seen = new Set<string>();
  const problems: SeedProblem[] = [];
  for (const { id, problem } of entries) {
    if (id === undefined) continue;
    if (seen.has(id)) problems.push(problem({ code: 'twice', message: `${what} is there twice` }));
    seen.add(id);
  }
  return problems;
}

type Types = ReadonlyMap<string, Partial<TypeStyle>>;

function duplicateIds(seed: Seed): SeedProblem[] {
  const passageId = passageIdsOf(seed.document.entries[0]?.value ?? {});
  const passages = seed.passages.entries.map((entry) => ({ ...entry, id: entry.id && passageId(entry.id) }));
  const { document, sections, nodes, figures } = seed;
  const others = [document, sections, figures, { keys: new Set(passages.flatMap(({ id }) => id ?? [])) }];
  // The rows of a table are gone through only where one is known to be there twice.
  const isTwice = nodes.repeated.size > 0 || others.some(({ keys }) => [...keys].some((id) => nodes.keys.has(id)));
  return duplicates(all(), 'the id');

  function* all(): Generator<Entry<unknown>> {
    yield* document.entries;
    yield* sections.entries;
    yield* passages;
    yield* isTwice ? everyEntry(nodes) : nodes.entries;
    yield* figures.entries;
  }
}

/** A type may join the same two nodes again, say at another time; word for word the same it is a slip. */
function repeatedRelationships(seed: Seed): SeedProblem[] {
  const { relationships } = seed;
  if (relationships.repeated.size === 0) return [];
  const seen = new Set<string>();
  return problemsIn(relationships, ({ id, value, problem }) => {
    if (id === undefined || !relationships.repeated.has(id)) return [];
    const text = JSON.stringify(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)));
    if (seen.has(text))
      return [problem({ code: 'relationship-twice', message: 'the relationship is there twice, word for word' })];
    seen.add(text);
    return [];
  });
}

function nodeProblems({ value, problem }: Entry<Partial<SeedNode>>, known: Known): SeedProblem[] {
  const labels = value.labels ?? [];
  const own = new Set(labels);
  const missing = [...known.withParents(own)].filter((label) => !own.has(label) && known.hasLabel(label));
  const flaws = [
    ...labels.flatMap((label) => known.unknown('label', label)),
    ...missing.map((label): Flaw => {
      return {
        code: 'parent-label-missing',
        message: `${labels.join(', ')} needs the parent label ${label} beside it`,
      };
    }),
    ...(own.size < labels.length ? [labelTwice(labels)] : []),
  ];
  return flaws.map((flaw) => problem(flaw, 'labels'));
}

function labelTwice(labels: string[]): Flaw {
  return { code: 'label-twice', message: `a label is there twice: ${labels.join(', ')}` };
}

function relationshipProblems(
  { value, problem }: Entry<Partial<SeedRelationship>>,
  known: Known,
  types: Types,
): SeedProblem[] {
  const { from, type, to } = value;
  const dangling = (['from', 'to'] as const).flatMap((end) =>
    (value[end] === undefined ? [] : known.unknown('node', value[end])).map((flaw) => problem(flaw, end)),
  );
  if (type === undefined) return dangling;
  if (!known.hasType(type)) {
    return [...dangling, ...known.unknown('type', type).map((flaw) => problem(flaw, 'type'))];
  }
  const style = types.get(type);
  const named = Object.keys(value).filter(
    (key) => !['from', 'type', 'to', ...commonRelationshipProperties].includes(key),
  );
  const strange = style?.properties ? named.filter((key) => !style.properties?.includes(key)) : [];
  return [
    ...dangling,
    ...strange.map((key) =>
      problem({ code: 'property-of-other-type', message: `the type ${type} has no property ${key}` }, key),
    ),
    ...endFlaws({ from, to, style }, known).map((flaw) => problem(flaw, 'type')),
  ];
}

function figureProblems({ id, value, problem }: Entry<Partial<SeedFigure>>, known: Known, types: Types): SeedProblem[] {
  const { measures, measure } = value;
  const style = types.get(structureTypes.measures);
  return [
    ...(measures === undefined ? [] : known.unknown('node', measures)).map((flaw) => problem(flaw, 'measures')),
    ...(measure === undefined ? [] : known.unknown('measure', measure)).map((flaw) => problem(flaw, 'measure')),
    ...endFlaws({ from: id, to: measures, style }, known).map((flaw) => problem(flaw, 'measures')),
  ];
}

interface Ends {
  from: string | undefined;
  to: string | undefined;
  style: Partial<TypeStyle> | undefined;
}

function endFlaws({ from, to, style }: Ends, known: Known): Flaw[] {
  const fromLabels = from === undefined ? undefined : known.labelsOf(from);
  const toLabels = to === undefined ? undefined : known.labelsOf(to);
  if (!fromLabels || !toLabels || !style?.ends) return [];
  const fits = (labels: ReadonlySet<string>, end: string) => labels.has(end) || end === known.keyLabel;
  if (style.ends.some((ends) => fits(fromLabels, ends.from) && fits(toLabels, ends.to))) return [];
  // An unknown label, here or at the type, has a problem of its own.
  if (style.ends.some((ends) => ![ends.from, ends.to].every((end) => end === known.keyLabel || known.hasLabel(end))))
    return [];
  if (![...fromLabels, ...toLabels].every((label) => known.hasLabel(label))) return [];
  const ends = `from ${[...fromLabels].join(', ')} to ${[...toLabels].join(', ')}`;
  return [{ code: 'ends-not-allowed', message: `${style.name} is not allowed ${ends}` }];
}

interface Evidenced {
  evidence: Evidence[];
  basis: 'stated' | 'derived';
  derivedFrom?: { zh: string; en: string } | undefined;
}

function evidenceProblems({ value, isWrong, problem }: Entry<Partial<Evidenced>>, known: Known): SeedProblem[] {
  const { evidence = [], basis, derivedFrom } = value;
  return [
    ...evidence.flatMap(({ at }, index) =>
      known.unknown('address', at).map((flaw) => problem(flaw, 'evidence', index, 'at')),
    ),
    ...(basis === 'derived' && !derivedFrom && !isWrong('derivedFrom')
      ? [
          problem(
            { code: 'derived-from-nothing', message: 'it is derived, but derivedFrom does not say from what' },
            'basis',
          ),
        ]
      : []),
    ...(basis !== 'derived' && !isWrong('basis') && derivedFrom
      ? [problem({ code: 'stated-but-derived', message: 'derivedFrom goes with basis: derived' }, 'derivedFrom')]
      : []),
  ];
}
