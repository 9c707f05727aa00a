import { Presets, SingleBar } from 'cli-progress';

/** How far a load has come. */
interface Progress {
  update: (done: number) => void;
  stop: () => void;
}

/** Shows progress as a bar on a terminal, and elsewhere as a line at each quarter. */
export function showProgress(total: number, output: NodeJS.WriteStream): Progress {
  if (!output.isTTY) return plainLines(total, output);
  const bar = new SingleBar(
    { format: '{bar} {value} of {total} nodes and relationships', stream: output, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}

function plainLines(total: number, output: NodeJS.WriteStream): Progress {
  let quarters = 0;
  return {
    update: (done) => {
      const reached = Math.floor((4 * done) / total);
      if (reached <= quarters) return;
      quarters = reached;
      output.write(`${done} of ${total} nodes and relationships\n`);
    },
    stop: () => {},
  };
}
