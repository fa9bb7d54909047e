/**
 * Counts the test points of a TAP 14 stream that are no summaries of subtests, so that an assertion counts once.
 * A failing summary counts only where nothing inside it failed: a timeout, a broken plan, a thrown error.
 */
export class TapCounter {
  passed = 0;
  failed = 0;
  /** Failures seen at the time when the subtest at each depth began. */
  readonly #failedBefore: number[] = [];
  #depth = 0;
  #showingDetails = false;
  #inYaml = false;

  /** Takes the next line and tells whether a person wants to see it. */
  take(line: string): boolean {
    const text = line.trimStart();
    if (this.#inYaml) return this.#takeYaml(text);
    if (text === "---") {
      this.#inYaml = true;
      return this.#showingDetails;
    }
    const depth = (line.length - text.length) >> 2;
    const point = /^(not )?ok\b(.*)$/.exec(text);
    if (point !== null) return this.#takePoint(depth, point[1] !== undefined, point[2]);
    if (text.startsWith("# Subtest")) this.#enter(depth + 1);
    return text.startsWith("# ") && !/^# (Subtest|time=|\{|failed \d|skip|todo|bailed)/i.test(text);
  }

  #takeYaml(text: string): boolean {
    if (text === "...") this.#inYaml = false;
    return this.#showingDetails;
  }

  #takePoint(depth: number, notOk: boolean, rest: string): boolean {
    const opensBuffered = /\{$/.test(rest);
    const isSummary = depth < this.#depth || opensBuffered;
    const isExcused = /# (SKIP|TODO)\b/i.test(rest);
    const failedInside = this.failed > (this.#failedBefore[depth + 1] ?? this.failed);
    if (opensBuffered) this.#enter(depth + 1);
    else this.#depth = depth;
    if (notOk && !isExcused && !(isSummary && (failedInside || opensBuffered))) this.failed++;
    if (!notOk && !isExcused && !isSummary) this.passed++;
    this.#showingDetails = notOk && !isExcused;
    return this.#showingDetails || depth === 0;
  }

  #enter(depth: number): void {
    this.#failedBefore[depth] = this.failed;
    this.#depth = depth;
  }
}
