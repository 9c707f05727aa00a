import type { Json } from '../../server/contract/json.ts';
import type { QueryStatement } from '../../server/contract/query.ts';
import { getStatement } from '../api/api.ts';
import type { QueryParameters } from '../api/api.ts';
import { neighbourParameters } from './answers.ts';
import { t } from './locale.ts';
import { ownQueryIn, shortText } from './workbench/own-query.ts';
import { nameOfId } from './picture/picture.ts';
import type { Selection } from './picture/picture.ts';
import { askedQuestion, fillingsOf, sentenceOfQuestion } from './questions.ts';
import { named } from './view/told.ts';
import { base, expandBy, overview, steps } from './view/view.ts';
import type { PathStep, Step } from './view/view.ts';

/** What the database was asked for what is on the page, part by part. */

/** A query that a part of the page stands on: a named one, or the reader's own. */
export type QueryPart = { title: string } & (
  | { query: string; parameters: QueryParameters }
  | { cypher: string; params: Readonly<Record<string, Json>> }
);

/** Parts that are listed at most: the last steps are the ones that somebody wonders about. */
const mostParts = 60;

/** The queries behind the picture: the one that it starts from, and one for each step that asked the server. */
export function partsOfPicture(): QueryPart[] {
  return [partOfBase(), ...steps.value.flatMap(partOfStep).slice(1 - mostParts)];
}

/** The query that the picture starts from. */
export function partOfBase(): QueryPart {
  const own = ownQueryIn(base.value);
  if (own) return { title: shortText(own.cypher), cypher: own.cypher, params: own.params };
  const { query, parameters } = base.value;
  const question = askedQuestion.value;
  if (question) return { title: sentenceOfQuestion(question, fillingsOf(question, parameters)), query, parameters };
  return { title: query === overview.query ? t('overview.title') : query, query, parameters };
}

/** The queries that tell of what is selected; of groups, and what an expansion left out, there are none. */
export function partsOfSelection(selected: Selection | null): QueryPart[] {
  if (selected?.kind === 'relationship') return [evidencePart(selected.relationship.id)];
  if (selected?.kind === 'named') return [evidencePart(selected.id)];
  if (selected?.kind !== 'node') return [];
  const { id } = selected.node;
  const ids = [id];
  return [
    {
      title: t('query.neighbours'),
      query: 'neighbours',
      parameters: neighbourParameters(ids, { limit: expandBy, kinds: null }),
    },
    evidencePart(id),
    { title: t('query.kinds'), query: 'neighbour-counts', parameters: { ids } },
  ];
}

/** The query that looks for paths. */
export function partOfPath({ from, to, pathKind, maxHops, avoid }: PathStep): QueryPart {
  return {
    title: t('act.path', { from: nameOfId(from), to: nameOfId(to) }),
    query: 'paths',
    parameters: { from, to, kind: pathKind, maxHops, ...(avoid !== null && { avoid }) },
  };
}

const evidencePart = (id: string): QueryPart => ({
  title: t('inspector.evidence'),
  query: 'evidence',
  parameters: { id },
});

function partOfStep(step: Step): QueryPart[] {
  switch (step.kind) {
    case 'hide':
    case 'keep':
      return [];
    case 'cypher':
      return [{ title: shortText(step.cypher), cypher: step.cypher, params: step.params }];
    case 'path':
      return [partOfPath(step)];
    case 'common':
      return [
        {
          title: t('act.common', { name: named(step.ids) }),
          query: 'common-neighbours',
          parameters: { ids: step.ids },
        },
      ];
    case 'passage':
      return [
        {
          title: t('act.passage', { name: nameOfId(step.id) }),
          query: 'passage-mentions',
          parameters: { id: step.id },
        },
      ];
    case 'bring': {
      const parameters = { ids: [step.source], others: [step.id] };
      return [{ title: t('act.bring', { name: nameOfId(step.id) }), query: 'neighbours', parameters }];
    }
    case 'expand': {
      const title = t('act.expand', { name: nameOfId(step.id) });
      return [{ title, query: 'neighbours', parameters: neighbourParameters([step.id], step) }];
    }
  }
}

/** The text of a part, and its values. Rejects with an ApiError, or an AbortError when `signal` is aborted. */
export async function statementOf(part: QueryPart, stopped: AbortSignal): Promise<QueryStatement> {
  if ('cypher' in part) return { cypher: part.cypher, params: { ...part.params }, isWhole: true };
  return getStatement(part.query, part.parameters, stopped);
}
