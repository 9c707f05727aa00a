import { describe, expect, it } from 'vitest';
import type { Machine } from '../browser/chromium.ts';
import { findChineseFont, findChromium } from '../browser/chromium.ts';
import { findPoppler } from '../poppler/find-poppler.ts';

/** A machine with some programs, on which apt or npx add others; it notes what was run. */
function machine(options: { has: string[]; apt?: string[]; npx?: string[]; chosen?: string; fonts?: string }) {
  const programs = new Set(options.has);
  const ran: string[] = [];
  let fonts = options.fonts ?? '';
  const tested: Machine = {
    environment: { CHROMIUM: options.chosen },
    hasApt: options.apt !== undefined,
    ownPath: '/own/chromium',
    run: async (program, argv) => {
      ran.push([program, ...argv].join(' '));
      if (program === 'fc-list') return fonts;
      if (program === 'apt-get' && argv[0] === 'install') {
        for (const added of options.apt ?? []) programs.add(added);
        if (options.apt?.includes('font')) fonts = 'WenQuanYi';
        return options.apt?.length ? '' : undefined;
      }
      if (program === 'apt-get') return '';
      if (program === 'npx') {
        for (const added of options.npx ?? []) programs.add(added);
        return options.npx ? '' : undefined;
      }
      return programs.has(program) ? 'Chromium 150' : undefined;
    },
  };
  return { tested, ran };
}

describe('a browser for the tests', () => {
  it.each([
    ['the one that CHROMIUM names', { chosen: '/mine', has: ['/mine', '/usr/bin/chromium'] }, '/mine'],
    ['Debian’s', { has: ['google-chrome', '/usr/bin/chromium'] }, '/usr/bin/chromium'],
    ['Chrome', { has: ['google-chrome', '/own/chromium'] }, 'google-chrome'],
    ['Playwright’s own', { has: ['/own/chromium'] }, '/own/chromium'],
    ['one that apt installs', { has: [], apt: ['/usr/bin/chromium'] }, '/usr/bin/chromium'],
    ['one that Playwright fetches, where apt cannot', { has: [], apt: [], npx: ['/own/chromium'] }, '/own/chromium'],
  ])('is %s', async (_which, options, path) => {
    const { tested, ran } = machine(options);
    expect(await findChromium(tested)).toBe(path);
    expect(ran.some((command) => command.startsWith('apt-get install'))).toBe('apt' in options);
  });

  it('is missed in one sentence that says what to install', async () => {
    await expect(findChromium(machine({ has: [] }).tested)).rejects.toThrow(/apt-get install chromium/);
    await expect(findChromium(machine({ has: [], chosen: '/gone' }).tested)).rejects.toThrow(/CHROMIUM .*\/gone/);
  });

  it('has a Chinese font: one that is there, or one that is installed', async () => {
    const there = machine({ has: [], apt: ['font'], fonts: 'Noto Sans CJK' });
    expect(await findChineseFont(there.tested)).toBe(true);
    expect(there.ran).toEqual(['fc-list :lang=zh']);
    expect(await findChineseFont(machine({ has: [], apt: ['font'] }).tested)).toBe(true);
    expect(await findChineseFont(machine({ has: [] }).tested)).toBe(false);
  });
});

describe('what reads PDFs for the tests', () => {
  it('is there, or is installed', async () => {
    const there = machine({ has: ['pdftotext'], apt: [] });
    await findPoppler(there.tested);
    expect(there.ran).toEqual(['pdftotext -v']);
    const added = machine({ has: ['apt-get'], apt: ['pdftotext'] });
    await findPoppler(added.tested);
    expect(added.ran).toContain('apt-get install -y --no-install-recommends poppler-utils');
  });

  it('is missed in one sentence that says what to install', async () => {
    await expect(findPoppler(machine({ has: [] }).tested)).rejects.toThrow(/apt-get install poppler-utils/);
  });
});
