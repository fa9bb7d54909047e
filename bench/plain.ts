/** The kernels of bench/java/Kernels.java that have a plain JavaScript version: the baseline in the same process. */

function loop(count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = (sum + (i ^ (sum << 1))) | 0;
  return sum;
}

function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

class Square {
  area(scale: number): number {
    return Math.imul(scale, scale);
  }
}

class Strip {
  area(scale: number): number {
    return Math.imul(3, scale);
  }
}

function virtual(count: number): number {
  const shapes = [new Square(), new Strip(), new Square(), new Square()];
  let sum = 0;
  for (let i = 0; i < count; i++) sum = (sum + shapes[i & 3].area(i)) | 0;
  return sum;
}

interface Counter {
  ticks: number;
  wraps: number;
  other: Counter | null;
}

function fields(count: number): number {
  const first: Counter = { ticks: 0, wraps: 0, other: null };
  const second: Counter = { ticks: 0, wraps: 0, other: first };
  first.other = second;
  let current = first;
  for (let i = 0; i < count; i++) {
    current.ticks = (current.ticks + i) | 0;
    const other = current.other as Counter;
    if ((current.ticks & 1024) !== 0) other.wraps++;
    current = other;
  }
  return first.ticks + second.wraps;
}

function sieve(limit: number): number {
  const composite = new Uint8Array(limit + 1);
  let primes = 0;
  for (let i = 2; i <= limit; i++) {
    if (composite[i] !== 0) continue;
    primes++;
    for (let j = i + i; j <= limit; j += i) composite[j] = 1;
  }
  return primes;
}

function longs(count: number): number {
  let state = 0x5deece66dn;
  let sum = 0n;
  for (let i = 0; i < count; i++) {
    state = BigInt.asIntN(64, state * 6364136223846793005n + 1442695040888963407n);
    sum = BigInt.asIntN(64, sum + ((BigInt.asUintN(64, state) >> 33n) ^ (state << 5n)));
    if (sum < 0n) sum = ~sum;
  }
  return Number(BigInt.asIntN(32, sum ^ (sum >> 32n)));
}

function doubles(count: number): number {
  let x = 0.5;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    x = 3.75 * x * (1 - x);
    if (x > 0.5) sum += x;
  }
  return Math.trunc(sum * 1000);
}

interface Cell {
  readonly value: number;
  readonly next: Cell | null;
}

function allocate(count: number): number {
  let chain: Cell | null = null;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    chain = { value: i, next: (i & 63) === 0 ? null : chain } as Cell;
    sum = (sum + (chain.next === null ? 1 : chain.next.value)) | 0;
  }
  return sum;
}

function strings(count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const text = `item ${i}:${i * 3}`;
    sum += text.length + text.charCodeAt(text.length - 1);
  }
  return sum;
}

export const PLAIN: ReadonlyMap<string, () => number> = new Map([
  ["loop", () => loop(1_000_000)],
  ["calls", () => fibonacci(25)],
  ["virtual", () => virtual(400_000)],
  ["fields", () => fields(500_000)],
  ["sieve", () => sieve(200_000)],
  ["long", () => longs(400_000)],
  ["double", () => doubles(400_000)],
  ["allocate", () => allocate(200_000)],
  ["strings", () => strings(20_000)],
]);
