import { beforeEach, describe, expect, it } from 'vitest';
import { changeOf, spanOf } from '../../client/state/timeline/dates.ts';
import { clearFilters, compare } from '../../client/state/picture/filter-actions.ts';
import { knownTimeline, loadTimeline, shownItems, timeline } from '../../client/state/timeline/known-timeline.ts';
import { knownRelationship, picture } from '../../client/state/picture/picture.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { dateOfMark } from '../../client/state/timeline/timeline-words.ts';
import type { TimelineItem } from '../../client/state/timeline/timeline.ts';
import { whenOf } from '../../client/state/timeline/when.ts';
import { againstApp } from './against-app.ts';

againstApp();

const item = (id: string, period: string): TimelineItem => {
  const when = whenOf({ period });
  if (!when) throw new Error(`${period} is no period`);
  return { id, kind: 'node', nodes: [id], when, rank: 0 };
};

describe('the timeline', () => {
  beforeEach(async () => {
    await start();
    await openBase({ query: 'overview', parameters: {} }, 'given');
    await loadTimeline();
  });

  it('of two dates that are compared has what is of either, on the picture or off it', () => {
    expect(knownTimeline.value.kind).toBe('answered');
    const between = ['1990', '1991'] as const;
    const away = timeline.value.items.flatMap(({ id }) => {
      const relationship = picture.value.relationships.has(id) ? undefined : knownRelationship(id);
      return relationship && changeOf(spanOf(relationship.properties), between) === null ? [id] : [];
    });
    // Otherwise this would not show anything.
    expect(away.length).toBeGreaterThan(0);
    compare(between);
    const shown = new Set(shownItems.value.map(({ id }) => id));
    expect(away.filter((id) => shown.has(id))).toEqual([]);
    clearFilters();
    const all = new Set(shownItems.value.map(({ id }) => id));
    expect(away.filter((id) => !all.has(id))).toEqual([]);
  });
});

describe('the date of several times together', () => {
  it('is the years from the first to the last, as far as they are told', () => {
    expect(dateOfMark({ items: [item('a', '2005/2007'), item('b', '2006/2010')] })).toBe('2005年至2010年');
    expect(dateOfMark({ items: [item('a', '2005/'), item('b', '2006/2010')] })).toBe('2005年以来');
    expect(dateOfMark({ items: [item('a', '/2007'), item('b', '2006/2010')] })).toBe('截至2010年');
  });

  it('is that of the years that are told where both ends are open', () => {
    expect(dateOfMark({ items: [item('a', '/2010'), item('b', '2006/')] })).toBe('2006年至2010年');
    expect(dateOfMark({ items: [item('a', '/2010'), item('b', '2010/')] })).toBe('2010年');
  });
});
