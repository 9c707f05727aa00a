import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { seedCommand, seedCommandInside } from '../../server/seed-command.ts';

it('is told of a folder in the project, and of none elsewhere', () => {
  expect(seedCommandInside('/project', '/project/graph-seed/甲-1')).toBe('npm run seed -- graph-seed/甲-1');
  expect(seedCommandInside('/project', '/elsewhere/one')).toBeUndefined();
  expect(seedCommandInside('/project', '/project-2/one')).toBeUndefined();
});

it.skipIf(process.platform === 'win32').each(['my data', "it's $HOME", '`ls`;*'])(
  'reaches a shell as it is: %s',
  (path) => {
    const typed = seedCommand(path).replace('npm run seed --', "printf '%s'");
    expect(execFileSync('sh', ['-c', typed], { encoding: 'utf8' })).toBe(path);
  },
);
