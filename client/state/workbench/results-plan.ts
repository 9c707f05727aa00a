import type { PlanStep, QueryPlan } from '../../../server/contract/plan.ts';

/** A step of a plan as a line of its tree. */
export interface PlanLine {
  /** Its way from the last step: the places among their siblings. */
  key: string;
  step: PlanStep;
  /** Its part of the whole cost, from 0 to 1. */
  share: number;
  children: readonly PlanLine[];
}

/** Figures that a step may have. */
export const planFigures = ['estimatedRows', 'rows', 'dbHits', 'ms'] as const;
export type PlanFigure = (typeof planFigures)[number];

/** The figures that this plan has of any step; an engine, or a plan that was not run, may not tell all of them. */
export function figuresOf({ root }: QueryPlan): PlanFigure[] {
  const steps = stepsOf(root);
  return planFigures.filter((figure) => steps.some((step) => step[figure] !== undefined));
}

/** What the shares go by: what says most of the cost among what is told. */
export function costOf(plan: QueryPlan): PlanFigure | undefined {
  const steps = stepsOf(plan.root);
  const costs = ['dbHits', 'ms', 'rows', 'estimatedRows'] as const;
  return costs.find((figure) => steps.some((step) => (step[figure] ?? 0) > 0));
}

/** The plan as a tree of lines; the last step, which gives the rows, is its root. */
export function planLine(plan: QueryPlan): PlanLine {
  const cost = costOf(plan);
  const costOfStep = (step: PlanStep): number => (cost === undefined ? 0 : (step[cost] ?? 0));
  const whole = stepsOf(plan.root).reduce((sum, step) => sum + costOfStep(step), 0);
  const lineOf = (step: PlanStep, key: string): PlanLine => ({
    key,
    step,
    share: whole === 0 ? 0 : costOfStep(step) / whole,
    children: step.children.map((child, index) => lineOf(child, `${key}.${index}`)),
  });
  return lineOf(plan.root, '0');
}

/** The keys of all lines. */
export const keysOf = ({ key, children }: PlanLine): string[] => [key, ...children.flatMap(keysOf)];

const stepsOf = (step: PlanStep): PlanStep[] => [step, ...step.children.flatMap(stepsOf)];
