import { ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { Key } from 'react-aria-components';
import type { QueryPlan } from '../../../server/contract/plan.ts';
import { formatNumber, t } from '../../state/locale.ts';
import { costOf, figuresOf, keysOf, planFigures, planLine } from '../../state/workbench/results-plan.ts';
import type { PlanFigure, PlanLine } from '../../state/workbench/results-plan.ts';

/** How the database works a query out, as a tree: the last step first, below each step those that feed it. */
export function PlanTree({ plan }: { plan: QueryPlan }) {
  const root = useMemo(() => planLine(plan), [plan]);
  const figures = useMemo(() => figuresOf(plan), [plan]);
  const [open, setOpen] = useState<Set<Key>>(() => new Set(keysOf(root)));
  const cost = costOf(plan);
  const missing = planFigures.filter((figure) => !figures.includes(figure));
  return (
    <div className="plan">
      <div className="plan-frame">
        <div className="plan-row plan-head" aria-hidden="true">
          <span>{t('plan.step')}</span>
          {figures.map((figure) => (
            <span key={figure}>{t(`plan.${figure}`)}</span>
          ))}
          <span>{cost && t('plan.share', { figure: t(`plan.${cost}`) })}</span>
        </div>
        <Tree
          aria-label={t('plan.title')}
          className="plan-tree"
          items={[root]}
          expandedKeys={open}
          onExpandedChange={setOpen}
          dependencies={[open, figures]}
        >
          {(line: PlanLine) => <Step line={line} figures={figures} open={open} />}
        </Tree>
      </div>
      {!plan.profiled && <p className="hint">{t('plan.notRun')}</p>}
      {plan.profiled && missing.length > 0 && (
        <p className="hint">{t('plan.notTold', { what: missing.map((figure) => t(`plan.${figure}`)).join(' · ') })}</p>
      )}
    </div>
  );
}

interface StepProps {
  line: PlanLine;
  figures: readonly PlanFigure[];
  open: ReadonlySet<Key>;
}

function Step({ line, figures, open }: StepProps) {
  const { key, step, share, children } = line;
  return (
    <TreeItem id={key} textValue={step.operator} hasChildItems={children.length > 0} className="plan-step">
      <TreeItemContent>
        {({ level }) => (
          <div className="plan-row">
            <span className="plan-name" style={{ paddingInlineStart: `${(level - 1) * 16}px` }}>
              {children.length > 0 ? (
                <Button slot="chevron" className="quiet icon-only" aria-label={t('tree.toggle')}>
                  <ChevronRight aria-hidden="true" size={16} />
                </Button>
              ) : (
                <span className="tree-gap" />
              )}
              <span>
                <strong>{step.operator}</strong> <code>{step.details}</code>
              </span>
            </span>
            {figures.map((figure) => (
              <Figure key={figure} figure={figure} value={step[figure]} />
            ))}
            <span className="plan-share">
              <span aria-hidden="true" className="plan-bar" style={{ inlineSize: `${Math.round(share * 100)}%` }} />
              <span>{`${Math.round(share * 100)}%`}</span>
            </span>
          </div>
        )}
      </TreeItemContent>
      {open.has(key) && (
        <Collection items={children}>
          {(child: PlanLine) => <Step line={child} figures={figures} open={open} />}
        </Collection>
      )}
    </TreeItem>
  );
}

/** A figure of a step; what stands above it is said with it, to who does not see that. */
function Figure({ figure, value }: { figure: PlanFigure; value: number | undefined }) {
  return (
    <span className="plan-figure">
      <span className="visually-hidden">{t(`plan.${figure}`)} </span>
      {value === undefined ? '–' : formatNumber(value)}
    </span>
  );
}
