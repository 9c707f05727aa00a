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

/** What is asked both ways. */
export interface Programs {
  http: HttpProgram;
  raw: RawProgram;
}

type Ask = (turn: number) => Promise<unknown>;

/** Each question through HTTP and by the driver alone in turn, so that whatever else the machine does falls on both. */
export async function measureOverhead(programs: Programs): Promise<Measure[]> {
  const pairs = questions.map((question) => ({ question, http: [] as number[], raw: [] as number[] }));
  for (let turn = 0; turn < warmUps + turns; turn += 1) {
    for (const { question, http, raw } of pairs) {
      const ways: [Ask, number[]][] = [
        [byHttp(programs, question), http],
        [byDriver(programs, question), raw],
      ];
      // Who is asked second finds what the first has warmed.
      for (const [ask, times] of turn % 2 === 0 ? ways : ways.toReversed()) {
        const started = performance.now();
        await ask(turn);
        if (turn >= warmUps) times.push(performance.now() - started);
      }
    }
  }
  return pairs.flatMap(({ question, http, raw }) => [
    compared(question.name, 'p50', [quantile(http, 0.5), quantile(raw, 0.5)], limits.medianRatio),
    compared(question.name, 'p95', [quantile(http, 0.95), quantile(raw, 0.95)], limits.slowRatio),
  ]);
}

function compared(name: string, what: string, [http, raw]: [number, number], most: number): Measure {
  const ratio = http / raw;
  return {
    name: `${name} over HTTP, ${what}`,
    figure: `${ratio.toFixed(2)} × (${shown(http)} ms, driver alone ${shown(raw)} ms)`,
    limit: `≤ ${most} ×`,
    isKept: ratio <= most,
  };
}

/** Requests a second of many clients at once, of each question in turn, through HTTP and by the driver alone. */
export async function measureThroughput(programs: Programs): Promise<Measure[]> {
  const mixed = (way: (programs: Programs, question: Question) => Ask): Ask => {
    const asks = questions.map((question) => way(programs, question));
    return (turn) => asks[turn % asks.length]?.(turn) ?? Promise.resolve();
  };
  const ways = [mixed(byHttp), mixed(byDriver)];
  const rates: [http: number[], raw: number[]] = [[], []];
  for (let slice = 0; slice < slices; slice += 1) {
    for (const [index, ask] of ways.entries()) rates[index]?.push(await rateOf(ask, slice));
  }
  const [http, raw] = [quantile(rates[0], 0.5), quantile(rates[1], 0.5)];
  const share = http / raw;
  return [
    {
      name: `throughput of ${clients} clients over HTTP`,
      figure: `${share.toFixed(2)} × (${shown(http)} a second, driver alone ${shown(raw)})`,
      limit: `≥ ${limits.throughputRatio} ×`,
      isKept: share >= limits.throughputRatio,
    },
  ];
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

const byHttp =
  ({ http }: Programs, { cypher, params }: Question): Ask =>
  (turn) =>
    http.ask(cypher, params(turn));

const byDriver =
  ({ raw }: Programs, { cypher, params }: Question): Ask =>
  (turn) =>
    raw.ask(cypher, params(turn), 5_000);
