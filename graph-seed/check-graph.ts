import type { TypeStyle } from '../server/contract.ts';
import { passageIdsOf } from './address.ts';
import type { Entry } from './entries.ts';
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
    ...seed.nodes.entries.flatMap((entry) => [...nodeProblems(entry, known), ...evidenceProblems(entry, known)]),
    ...seed.relationships.entries.flatMap((entry) => [
      ...relationshipProblems(entry, known, types),
      ...evidenceProblems(entry, known),
    ]),
    ...seed.figures.entries.flatMap((entry) => [
      ...figureProblems(entry, known, types),
      ...evidenceProblems(entry, known),
    ]),
  ];
}

/** The second and later entries of one list that have the same id, name or address. */
export function duplicates(entries: Entry<unknown>[], what: string): SeedProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, problem }) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [problem({ code: 'twice', message: `${what} is there twice` })];
    seen.add(id);
    return [];
  });
}

type Types = ReadonlyMap<string, Partial<TypeStyle>>;

function duplicateIds(seed: Seed): SeedProblem[] {
  const passageId = passageIdsOf(seed.document.entries[0]?.value ?? {});
  const passages = seed.passages.entries.map((entry) => ({ ...entry, id: entry.id && passageId(entry.id) }));
  return duplicates(
    [seed.document, seed.sections, { entries: passages }, seed.nodes, seed.figures].flatMap(
      ({ entries }): Entry<unknown>[] => entries,
    ),
    'the id',
  );
}

/** A type may join the same two nodes again, say at another time; word for word the same it is a slip. */
function repeatedRelationships(seed: Seed): SeedProblem[] {
  const seen = new Set<string>();
  return seed.relationships.entries.flatMap(({ id, value, problem }) => {
    const text = JSON.stringify(value);
    if (id === undefined || !seen.has(text)) {
      seen.add(text);
      return [];
    }
    return [problem({ code: 'relationship-twice', message: 'the relationship is there twice, word for word' })];
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
