import { afterEach, expect, it, vi } from 'vitest';
import { localDay } from '../../client/state/timeline/dates.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['Asia/Shanghai', '2026-01-01'],
  ['America/New_York', '2025-12-31'],
])('the day of a moment is that of the reader’s own calendar, in %s', (zone, day) => {
  vi.stubEnv('TZ', zone);
  expect(localDay(new Date('2025-12-31T20:00:00Z'))).toBe(day);
});
