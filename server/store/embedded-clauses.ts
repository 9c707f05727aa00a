import type {
  Clause,
  Expression,
  NodePattern,
  PathPattern,
  Projection,
  Query,
  RelationshipPattern,
} from './cypher-syntax.ts';
import { isQuotable, quoted } from './cypher-name.ts';
import {
  anything,
  has,
  hasParts,
  isOnly,
  itemsOf,
  listOf,
  numbers,
  orNull,
  texts,
  typeOf,
  union,
  type Type,
} from './cypher-types.ts';
import { NestedCheck } from './embedded-nested.ts';
import { differences, equalityDifference } from './embedded-operators.ts';
import type { Known, Properties, Scope } from './embedded-scope.ts';

type Is<K extends Clause['kind']> = Extract<Clause, { kind: K }>;

/**
 * Goes through a query clause by clause with what its variables may hold, and gives the text to run: the same query, worded so
 * that the embedded engine answers as Neo4j does. Throws Unsupported where there is no such wording.
 */
export function checkClauses(cypher: string, query: Query, known: Known): string {
  return new ClauseCheck(cypher, known).reworded(query);
}

class ClauseCheck extends NestedCheck {
  reworded(query: Query): string {
    this.query(query, new Map());
    return this.edits.apply(this.cypher);
  }

  protected override query({ parts }: Query, scope: Scope): Scope {
    const [first = new Map(), ...others] = parts.map((clauses) => this.#part(clauses, scope));
    if (others.length === 0) return first;
    const columns = [...first].map(([name, type]): [string, Type] => {
      return [name, union(type, ...others.flatMap((other) => other.get(name) ?? []))];
    });
    return new Map(columns);
  }

  protected override match(patterns: PathPattern[], scope: Scope): Scope {
    const inner = new Map(scope);
    for (const pattern of patterns) this.#bind(pattern, inner);
    for (const pattern of patterns) if (pattern.shortest) this.#checkShortest(pattern, inner);
    for (const { nodes, relationships } of patterns) {
      for (const { properties } of nodes) this.#checkProperties('node', properties, inner);
      for (const { properties } of relationships) this.#checkProperties('relationship', properties, inner);
    }
    return inner;
  }

  #part(clauses: Clause[], outer: Scope): Scope {
    let scope = outer;
    for (const clause of clauses) scope = this.#clause(clause, scope);
    return scope;
  }

  #clause(clause: Clause, scope: Scope): Scope {
    switch (clause.kind) {
      case 'match':
        return this.#matchClause(clause, scope);
      case 'unwind':
        return this.#unwind(clause, scope);
      case 'with': {
        const inner = this.#project(clause.projection, scope);
        this.condition(clause.where, inner);
        return inner;
      }
      case 'return':
        return this.#return(clause.projection, scope);
      case 'subquery':
        return this.#subquery(clause, scope);
      case 'procedure':
        return new Map([...scope, ...clause.yields.map((name): [string, Type] => [name, typeOf(...texts)])]);
    }
  }

  #matchClause({ isOptional, patterns, where, start }: Is<'match'>, scope: Scope): Scope {
    const inner = this.match(patterns, scope);
    const { read, hasPattern } = this.observe(() => this.condition(where, inner));
    if (hasPattern && isOptional)
      throw this.refuse('OPTIONAL MATCH with a pattern or subquery in its WHERE', { start });
    for (const pattern of patterns) {
      if (pattern.shortest && pattern.variable !== undefined && read.has(pattern.variable)) {
        throw this.refuse('a shortest path with a condition that it must meet', pattern);
      }
    }
    if (!isOptional) return inner;
    return new Map([...inner].map(([name, type]) => [name, scope.has(name) ? type : orNull(type)]));
  }

  #bind({ variable, nodes, relationships, start }: PathPattern, scope: Map<string, Type>): void {
    for (const node of nodes) {
      if (node.variable !== undefined && !scope.has(node.variable)) {
        scope.set(node.variable, { ...typeOf('node'), fields: this.#comparedFields(node, scope) });
      }
    }
    for (const relationship of relationships) {
      const { least, most } = relationship.hops ?? {};
      if (least !== undefined && most !== undefined && least > most) {
        throw this.refuse('a path of at least more steps than at most', relationship);
      }
      const name = relationship.variable;
      if (name !== undefined && !scope.has(name)) scope.set(name, relationshipType(relationship));
    }
    if (variable === undefined) return;
    if (scope.has(variable)) throw this.refuse('a variable that is declared twice', { start });
    scope.set(variable, typeOf('path'));
  }

  #checkProperties(kind: keyof Properties, properties: Expression | undefined, scope: Scope): void {
    if (!properties) return;
    if (properties.kind !== 'map') throw this.refuse('a parameter in place of the properties of a pattern', properties);
    for (const { name, value } of properties.entries) {
      const type = this.type(value, scope);
      // Nothing equals null, but the engine finds what lacks the property; nothing equals what is no number, either.
      if (has(type, 'null')) this.edits.wrap(value, 'coalesce(', ', 0.0 / 0.0)');
      const difference = equalityDifference(this.propertyType(kind, name), type);
      if (difference !== undefined) throw this.refuse(difference, value);
    }
  }

  /** What is known of a node by the properties of its pattern. */
  #comparedFields({ properties }: NodePattern, scope: Scope): ReadonlyMap<string, Type> {
    const entries = properties?.kind === 'map' ? properties.entries : [];
    const constants = entries.filter(({ value }) => value.kind === 'literal' || value.kind === 'parameter');
    return new Map(constants.map(({ name, value }) => [name, this.type(value, scope)]));
  }

  /** Neo4j ends a query that asks for the shortest path from a node to itself, or of at least so many steps. */
  #checkShortest({ nodes, relationships, start }: PathPattern, scope: Scope): void {
    const [from, to] = nodes.map((node) => {
      const known = node.variable === undefined ? undefined : scope.get(node.variable)?.fields;
      return new Map([...(known ?? []), ...this.#comparedFields(node, scope)]);
    });
    const areTwo = [...(from ?? [])].some(([name, { constant }]) => {
      const other = to?.get(name)?.constant;
      return constant !== undefined && other !== undefined && constant !== other;
    });
    if (!areTwo) throw this.refuse('a shortest path whose ends may be the same node', { start });
    if (relationships.some(({ hops, properties }) => properties || (hops?.least ?? 0) > 1)) {
      throw this.refuse('a shortest path with a least length or with properties', { start });
    }
  }

  #unwind({ list, variable, start }: Is<'unwind'>, scope: Scope): Scope {
    if (scope.has(variable)) throw this.refuse('a variable that is declared twice', { start });
    const type = this.type(list, scope);
    if (!isOnly(type, ['list'])) throw this.refuse('UNWIND of what is no list', list);
    if (list.kind === 'list' && hasParts(type)) {
      throw this.refuse('UNWIND of a list of nodes or relationships in brackets', list);
    }
    return new Map([...scope, [variable, itemsOf(type)]]);
  }

  #project(projection: Projection, scope: Scope): Scope {
    const columns = projection.items.map(({ name, value }): [string, Type] => [name, this.type(value, scope)]);
    const inner = new Map(projection.hasStar ? [...scope, ...columns] : columns);
    for (const { by } of projection.order) this.#checkOrder(by, new Map([...scope, ...inner]));
    for (const bound of [projection.skip, projection.limit]) {
      if (bound && !this.type(bound, scope).isNatural)
        throw this.refuse('SKIP or LIMIT of what is no whole number', bound);
    }
    return inner;
  }

  /** Values of several kinds are sorted as Neo4j does, but parts of the graph by numbers of its own. */
  #checkOrder(by: Expression, scope: Scope): void {
    const type = this.type(by, scope);
    if (type.isUnordered) throw this.refuse(differences.unordered, by);
    const items = has(type, 'list') ? itemsOf(type) : typeOf();
    if (!isOnly(type, ['boolean', ...numbers, ...texts, 'date', 'list']))
      throw this.refuse('an order of nodes or maps', by);
    if (!isOnly(items, ['boolean', ...numbers, ...texts])) throw this.refuse('an order of nodes or maps', by);
  }

  /** A result's columns are sorted by name after `*`. What is computed and has no alias may come out otherwise. */
  #return(projection: Projection, scope: Scope): Scope {
    const columns = this.#project(projection, scope);
    const { hasStar, items, start } = projection;
    if (hasStar) {
      const star = this.cypher.indexOf('*', start);
      this.edits.replace({ start: star, end: star + 1 }, [...scope.keys()].toSorted().map(quoted).join(', '));
    }
    for (const { hasAlias, value, name } of items) {
      const isSame = hasAlias || value.kind === 'variable';
      const isAtRisk = hasParts(columns.get(name) ?? anything) || this.edits.touches(value);
      if (isSame || !isAtRisk) continue;
      if (!isQuotable(name)) throw this.refuse('a computed column of several lines that has no name', value);
      this.edits.wrap(value, '', ` AS ${quoted(name)}`);
    }
    return columns;
  }

  #subquery({ imports, query }: Is<'subquery'>, scope: Scope): Scope {
    const isAll = imports === undefined || imports === 'all';
    const known = isAll ? scope : new Map([...scope].filter(([name]) => imports.includes(name)));
    const importing = (clauses: Clause[]) => imports !== undefined || clauses[0]?.kind === 'with';
    const columns = query.parts.map((clauses) =>
      this.query({ parts: [clauses] }, importing(clauses) ? known : new Map()),
    );
    const merged = [...(columns[0] ?? [])].map(([name, type]): [string, Type] => {
      return [name, union(type, ...columns.slice(1).flatMap((other) => other.get(name) ?? []))];
    });
    return new Map([...scope, ...merged]);
  }
}

function relationshipType({ hops }: RelationshipPattern): Type {
  return hops ? listOf(typeOf('relationship'), hops.least !== 0) : typeOf('relationship');
}
