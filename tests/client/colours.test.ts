import { describe, expect, it, vi } from 'vitest';
import { colours } from '../../client/state/colours.ts';

// What the scheme asks of a browser when it is loaded.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
const { palette } = await import('../../client/state/scheme.ts');

/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(colours))('the colour %s', (_name, colour) => {
  it.each(['light', 'dark'] as const)('stands out from the ground and from the icon on it, %s', (scheme) => {
    expect(contrast(colour[scheme], palette[scheme].ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour[scheme], palette[scheme].icon)).toBeGreaterThanOrEqual(3);
  });
});
