/** Ctrl-C once asks a long command to end with what it has, twice ends it at once. */
export function onInterrupt(notice: string): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const listener = (): void => {
    if (controller.signal.aborted) process.exit(130);
    process.stderr.write(`dormouse: ${notice}\n`);
    controller.abort();
  };
  process.on("SIGINT", listener);
  process.on("SIGTERM", listener);
  return {
    signal: controller.signal,
    end: () => {
      process.off("SIGINT", listener);
      process.off("SIGTERM", listener);
    },
  };
}
