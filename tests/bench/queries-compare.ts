import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { quantile, shown } from './measure.ts';
import type { HttpProgram } from './queries-http.ts';
import { questions, type Question } from './queries-questions.ts';
import type { RawProgram } from './queries-raw.ts';

const turns = 300;
/** Unmeasured: plans are made, and code is compiled as it turns out to be needed. */
const warmUps = 60;
const clients = 16;
/** Slices of time in which one program after the other asks as fast as it can. */
const slices = 6;
const sliceMs = 1_500;

/** The same questions three ways: to the explorer, to a server that has nothing of its own, and by the driver alone. */
export interface Programs {
  http: HttpProgram;
  bare: HttpProgram;
  raw: RawProgram;
}

type Ask = (turn: number) => Promise<unknown>;

/** Each question in each way in turn, so that whatever else the machine does falls on all. */
export async function measureOverhead(programs: Programs): Promise<Measure[]> {
  const lines = questions.map((question) => ({
    name: question.name,
    ways: waysOf(programs, question).map((ask) => ({ ask, times: [] as number[] })),
  }));
  for (let turn = 0; turn < warmUps + turns; turn += 1) {
    for (const { ways } of lines) {
      // Who is asked later finds what the first has warmed.
      const first = turn % ways.length;
      for (const { ask, times } of [...ways.slice(first), ...ways.slice(0, first)]) {
        const started = performance.now();
        await ask(turn);
        if (turn >= warmUps) times.push(performance.now() - started);
      }
    }
  }
  return lines.flatMap(({ name, ways }) => {
    const at = (share: number) => ways.map(({ times }) => quantile(times, share));
    return [compared(name, 'p50', at(0.5), limits.medianRatio), compared(name, 'p95', at(0.95), limits.slowRatio)];
  });
}

function compared(name: string, what: string, times: number[], most: number): Measure {
  const [http = Number.NaN, bare = Number.NaN, raw = Number.NaN] = times;
  const ratio = http / raw;
  return {
    name: `${name} over HTTP, ${what}`,
    figure: `${inTimes(ratio)} (${shown(http)} ms; bare server ${inTimes(bare / raw)}, driver alone ${shown(raw)} ms)`,
    limit: `≤ ${most} ×`,
    isKept: ratio <= most,
  };
}

/** Requests a second of many clients at once, of each question in turn, in each way. */
export async function measureThroughput(programs: Programs): Promise<Measure[]> {
  const asks = questions.map((question) => waysOf(programs, question));
  const ways = [0, 1, 2].map((way) => ({
    ask: (turn: number) => asks[turn % asks.length]?.[way]?.(turn) ?? Promise.resolve(),
    rates: [] as number[],
  }));
  for (let slice = 0; slice < slices; slice += 1) {
    for (const { ask, rates } of ways) rates.push(await rateOf(ask, slice));
  }
  const [http = Number.NaN, bare = Number.NaN, raw = Number.NaN] = ways.map(({ rates }) => quantile(rates, 0.5));
  const share = http / raw;
  return [
    {
      name: `throughput of ${clients} clients over HTTP`,
      figure: `${inTimes(share)} (${shown(http)} a second; bare server ${inTimes(bare / raw)}, driver alone ${shown(raw)})`,
      limit: `≥ ${limits.throughputRatio} ×`,
      isKept: share >= limits.throughputRatio,
    },
  ];
}

function inTimes(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

async function rateOf(ask: Ask, slice: number): Promise<number> {
  const started = performance.now();
  let asked = 0;
  const client = async (own: number) => {
    for (let turn = own + slice * 1_000; performance.now() - started < sliceMs; turn += clients) {
      await ask(turn);
      asked += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, own) => client(own)));
  return asked / ((performance.now() - started) / 1_000);
}

/** What the gate costs: a text that was never sent before, and the same again. For information. */
export async function measureGate({ http }: Programs): Promise<Measure[]> {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let turn = 0; turn < 50; turn += 1) {
    const text = `MATCH (p:Person {uid: $uid}) RETURN p.name AS name_${turn}`;
    for (const times of [fresh, again]) {
      const started = performance.now();
      await http.ask(text, { uid: turn });
      times.push(performance.now() - started);
    }
  }
  const figure = `new text p50 ${shown(quantile(fresh, 0.5))} ms, the same again ${shown(quantile(again, 0.5))} ms`;
  return [{ name: 'plan gate', figure }];
}

/** The explorer, the bare server and the driver, in this order. */
function waysOf({ http, bare, raw }: Programs, { cypher, params }: Question): Ask[] {
  return [
    (turn) => http.ask(cypher, params(turn)),
    (turn) => bare.ask(cypher, params(turn)),
    (turn) => raw.ask(cypher, params(turn), 5_000),
  ];
}
