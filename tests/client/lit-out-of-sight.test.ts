import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commands, isPossible } from '../../client/state/commands.ts';
import { group, toggleFolded } from '../../client/state/picture/group-actions.ts';
import { litOutOfSight, lookAtLit, lookAtLitKey } from '../../client/state/reading/lit-out-of-sight.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { litIds } from '../../client/state/picture/pointed.ts';
import { start } from '../../client/state/view/session.ts';
import { coveredBelow, sight } from '../../client/state/picture/sight.ts';
import * as view from '../../client/state/view/view.ts';
import { againstApp } from './against-app.ts';

againstApp();

const [left, middle, right] = ['law-firms', 'lawyers', 'association-party-committee'] as const;

beforeEach(async () => {
  view.setSnapshot(view.freshSnapshot(view.overview, 'given'));
  await start();
  view.positions.value = new Map([
    [left, { x: 0, y: 0 }],
    [middle, { x: 100, y: 80 }],
    [right, { x: 1_000, y: 0 }],
  ]);
  sight.value = { x1: -50, y1: -50, x2: 150, y2: 150, zoom: 2 };
  onTestFinished(() => {
    litIds.value = new Set();
    sight.value = null;
    coveredBelow.value = 0;
    view.framedIds.value = [];
  });
});

const command = () => commands.find(({ keys }) => keys.includes(lookAtLitKey));
const isOffered = (): boolean => {
  const found = command();
  return found !== undefined && isPossible(found);
};

describe('what stands out for what is read', () => {
  it('is counted where it is not seen, and all of it can be looked at', () => {
    expect([litOutOfSight.value, isOffered()]).toEqual([0, false]);
    litIds.value = new Set([left, middle]);
    expect([litOutOfSight.value, isOffered()]).toEqual([0, false]);
    litIds.value = new Set([left, middle, right]);
    expect([litOutOfSight.value, isOffered()]).toEqual([1, true]);
    sight.value = { x1: 2_000, y1: -50, x2: 2_200, y2: 150, zoom: 2 };
    expect(litOutOfSight.value).toBe(3);
    command()?.run();
    expect(new Set(view.framedIds.value)).toEqual(new Set([left, middle, right]));
  });

  it('is not seen where a sheet lies over it', () => {
    litIds.value = new Set([left, middle]);
    // 160 pixels are 80 units.
    coveredBelow.value = 160;
    expect(litOutOfSight.value).toBe(1);
  });

  it('is not counted where the filters hold it back, where it is not on the picture, and where there is no picture', () => {
    litIds.value = new Set([right, 'nobody']);
    view.labelsOff.value = new Set(picture.value.nodes.get(right)?.labels);
    expect(litOutOfSight.value).toBe(0);
    view.labelsOff.value = new Set();
    expect(litOutOfSight.value).toBe(1);
    sight.value = null;
    expect(litOutOfSight.value).toBe(0);
  });

  it('is a folded group for those in it, and where that stands', () => {
    litIds.value = new Set([middle, right]);
    group([left, right]);
    const [made] = view.groups.value;
    if (made?.isFolded === false) toggleFolded(made.id);
    expect(litOutOfSight.value).toBe(1);
    lookAtLit();
    expect(new Set(view.framedIds.value)).toEqual(new Set([middle, made?.id]));
    // Half-way between its members.
    sight.value = { x1: 90, y1: -50, x2: 600, y2: 150, zoom: 2 };
    expect(litOutOfSight.value).toBe(0);
  });
});
