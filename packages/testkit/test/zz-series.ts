import { runSeries } from '../src/agreement/index.ts';

const end = Date.now() + 60_000;
let ran = 0;
let faults = 0;
for (let seed = 100001; Date.now() < end; seed += 1) {
  ran += 1;
  try {
    const r = runSeries({ seed, count: 20, promisesEvery: 2 });
    if (r.fault !== undefined) {
      faults += 1;
      const t = String(r.fault);
      console.log(t.split('\n')[0].slice(0, 120));
      if (!t.startsWith('replay'))
        console.log(
          t
            .split('\n')
            .slice(1, 3)
            .map((l) => l.slice(0, 1200))
            .join('\n'),
        );
    }
  } catch (e) {
    console.log(seed, 'THROW', String((e as Error).stack).slice(0, 500));
  }
}
console.log('ran', ran, faults);
