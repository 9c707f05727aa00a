import { everyEntry } from './entries.ts';
import type { Entry } from './entries.ts';
import { hint } from './hint.ts';
import { passageIdsIn } from './names.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/** What a fact says of how it is known. */
interface Derivable {
  basis?: 'stated' | 'derived' | undefined;
  derivedFrom?: unknown;
  premises?: string[] | undefined;
}

type Fact = Entry<Derivable>;

/** Checks that what is derived names its premises, that these are there, and that none follows from itself. */
export function checkPremises(seed: Seed): SeedProblem[] {
  const facts = [...factsOf(seed)];
  const isKnown = knownPremises(seed);
  return [...facts.flatMap((fact) => premiseProblems(fact, isKnown)), ...circles(facts, seed.relationships.repeated)];
}

/** All facts that say of themselves that they are derived: of large tables, these are a few. */
function* factsOf({ nodes, relationships, figures }: Seed): Generator<Fact> {
  for (const part of [nodes, relationships, figures]) {
    const derivable = ['premises', 'derivedFrom'].some((key) => part.rowKeys?.has(key));
    for (const fact of derivable ? everyEntry<Derivable>(part) : part.entries) {
      const { basis, derivedFrom, premises } = fact.value;
      if (basis === 'derived' || derivedFrom !== undefined || premises) yield fact;
    }
  }
}

interface KnownPremises {
  has(premise: string): boolean;
  all(): Iterable<string>;
}

/** Everything that can be a premise: nodes, figures, sections, the document, relationships, and passages by their address. */
function knownPremises(seed: Seed): KnownPremises {
  const parts = [seed.nodes, seed.figures, seed.sections, seed.document, seed.relationships, seed.passages];
  const isComplete = parts.every(({ complete }) => complete);
  const counts = new Map<string, number>();
  const { repeated } = seed.relationships;
  for (const { id } of repeated.size > 0 ? everyEntry(seed.relationships) : []) {
    if (id !== undefined && repeated.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const passageIds = passageIdsIn(seed);
  return {
    has(premise) {
      if (!isComplete || passageIds.has(premise) || parts.some(({ keys }) => keys.has(premise))) return true;
      // The second and later relationships of a type between the same two nodes have a number at the end of their ids.
      const [, id = '', number] = /^(.*)\.(\d+)$/.exec(premise) ?? [];
      return Number(number) >= 2 && Number(number) <= (counts.get(id) ?? 0);
    },
    *all() {
      for (const { keys } of parts) yield* keys;
    },
  };
}

function premiseProblems({ id, value, isWrong, problem }: Fact, known: KnownPremises): SeedProblem[] {
  const { basis, derivedFrom, premises } = value;
  if (basis !== 'derived') {
    // What is wrong with both is told once, of derivedFrom.
    return premises && !isWrong('basis') && derivedFrom === undefined
      ? [problem({ code: 'stated-but-derived', message: 'premises go with basis: derived' }, 'premises')]
      : [];
  }
  if (!premises) {
    const missing: Flaw = { code: 'premises-missing', message: 'it is derived, but names no premises' };
    return isWrong('premises') ? [] : [problem(missing, 'basis')];
  }
  return premises.flatMap((premise, index) => {
    const wrong = (flaw: Flaw) => [problem(flaw, 'premises', index)];
    if (premise === id) return wrong({ code: 'own-premise', message: 'it is its own premise' });
    if (premises.indexOf(premise) < index) {
      return wrong({ code: 'premise-twice', message: `the premise ${premise} is there twice` });
    }
    if (known.has(premise)) return [];
    const message = `there is no node, relationship or passage ${premise}`;
    return wrong({ code: 'unknown-premise', message, hint: () => hint(premise, known.all()) });
  });
}

/**
 * Facts that follow from themselves by way of others, each circle told once, at the premise that closes it. Which one is
 * meant of several relationships of a type between the same two nodes is not known before they are numbered: through
 * these no circle is sought.
 */
function circles(facts: Fact[], repeated: ReadonlySet<string>): SeedProblem[] {
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    if (fact.id !== undefined && !repeated.has(fact.id)) byId.set(fact.id, fact);
  }
  const done = new Set<Fact>();
  return facts.flatMap(closedFrom);

  /** Walks down the premises of a fact, without those that were walked before. */
  function closedFrom(first: Fact): SeedProblem[] {
    const problems: SeedProblem[] = [];
    // From the first fact to the one whose premises are being looked at; a long chain must not exhaust the call stack.
    const path = [{ fact: first, next: 0 }];
    const depths = new Map([[first, 0]]);
    for (let top = path.at(-1); top && !done.has(first); top = path.at(-1)) {
      const premise = top.fact.value.premises?.[top.next++];
      const fact = premise === undefined ? undefined : byId.get(premise);
      const depth = fact && depths.get(fact);
      if (premise === undefined) {
        done.add(top.fact);
        depths.delete(top.fact);
        path.pop();
      } else if (fact && depth === undefined && !done.has(fact)) {
        depths.set(fact, path.length);
        path.push({ fact, next: 0 });
      } else if (depth !== undefined && depth < path.length - 1) {
        const names = [top, ...path.slice(depth)].map((step) => step.fact.id);
        const message = `it follows from itself: ${names.join(' from ')}`;
        problems.push(top.fact.problem({ code: 'premise-circle', message }, 'premises', top.next - 1));
      }
    }
    return problems;
  }
}
