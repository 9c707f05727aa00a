import { describe, expect, it, vi } from 'vitest';
import { colours } from '../../client/state/picture/colours.ts';
import { contrast } from './contrast.ts';

// What the scheme asks of a browser when it is loaded.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { palette } = await import('../../client/state/scheme.ts');

describe.each(Object.entries(colours))('the colour %s', (_name, colour) => {
  it.each(['light', 'dark'] as const)('stands out from the ground and from the icon on it, %s', (scheme) => {
    expect(contrast(colour[scheme], palette[scheme].ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour[scheme], palette[scheme].icon)).toBeGreaterThanOrEqual(3);
  });
});
