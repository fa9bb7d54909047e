/**
 * A page in a real browser, without a dependency: headless Chromium told what to do over its DevTools pipe (NUL-terminated JSON on file
 * descriptors 3 and 4). Tests skip where there is none.
 */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { decodePng } from "./png.ts";
import type { Picture } from "./png.ts";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const FLAGS = [
  ...["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe"],
  ...["--no-first-run", "--disable-quic", "--disable-sync", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-dev-shm-usage", "--force-device-scale-factor=1"],
];

/** The browser's program; `CHROMIUM` names another. Undefined: there is none, say so and skip. */
export function chromiumPath(): string | undefined {
  return [process.env["CHROMIUM"], ...PLACES].find((path) => path !== undefined && existsSync(path));
}

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

/** One page in a browser of its own. Close it, or the test runner waits for the browser. */
export class BrowserPage {
  /** What the page's scripts threw or wrote to the console as an error. */
  readonly errors: string[] = [];
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, Waiting>();
  #sessionId: string | undefined;
  #number = 0;
  #received = "";
  #onLoad: (() => void) | undefined;

  private constructor(program: string, width: number, height: number) {
    this.#profile = mkdtempSync(join(tmpdir(), "dormouse-browser-"));
    const words = [...FLAGS, `--window-size=${width},${height}`, `--user-data-dir=${this.#profile}`];
    this.#child = spawn(program, [...words, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    (this.#child.stdio[4] as Readable).setEncoding("utf8").on("data", (text: string) => this.#receive(text));
    this.#child.once("exit", (status) => this.#fail(new Error(`the browser ended with status ${status}`)));
    this.#child.once("error", (error) => this.#fail(error));
  }

  /** Opens a file (an absolute path) or an address, and waits until it is loaded. */
  static async open(
    target: string,
    size: { readonly width: number; readonly height: number } = { width: 1200, height: 900 },
  ): Promise<BrowserPage> {
    const program = chromiumPath();
    if (program === undefined) throw new Error("there is no Chromium: ask chromiumPath() first");
    const page = new BrowserPage(program, size.width, size.height);
    try {
      await page.#load(target.includes("://") ? target : pathToFileURL(target).href, size);
      return page;
    } catch (error) {
      await page.close();
      throw error;
    }
  }

  /** Value of a JavaScript expression in the page; a promise is waited for. What it throws is thrown here. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const asked = { expression, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await this.#call("Runtime.evaluate", asked);
    if (exceptionDetails !== undefined) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return (result as { readonly value: Value }).value;
  }

  /** Text of the first element that the selector names. */
  text(selector: string): Promise<string> {
    return this.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);
  }

  /** Clicks with the mouse, `x` and `y` pixels from the corner of the element, which is scrolled into view first. */
  async click(selector: string, x: number, y: number): Promise<void> {
    const [left = 0, top = 0] = await this.evaluate<number[]>(
      `(() => { const it = document.querySelector(${JSON.stringify(selector)}); it.scrollIntoView({ block: "center" });
        const box = it.getBoundingClientRect(); return [box.left, box.top]; })()`,
    );
    const at = { x: left + x, y: top + y, button: "left", clickCount: 1 };
    await this.#call("Input.dispatchMouseEvent", { type: "mousePressed", ...at });
    await this.#call("Input.dispatchMouseEvent", { type: "mouseReleased", ...at });
  }

  /** The whole page as it is drawn, or the element that the selector names. */
  async screenshot(selector = "html"): Promise<Picture> {
    const [x, y, width, height] = await this.evaluate<number[]>(
      `(() => { const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
        return [box.left + scrollX, box.top + scrollY, box.width, box.height]; })()`,
    );
    const clip = { x, y, width, height, scale: 1 };
    const asked = { format: "png", captureBeyondViewport: true, clip };
    const { data } = await this.#call("Page.captureScreenshot", asked);
    return decodePng(Buffer.from(data as string, "base64"));
  }

  /** Not the `close` of the child is waited for: its own children hold the pipes a little longer. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    if (this.#child.exitCode === null && this.#child.kill("SIGKILL")) await ended;
    for (const pipe of this.#child.stdio) pipe?.destroy();
    // Its children write to the profile for a moment longer.
    for (let tries = 0; existsSync(this.#profile) && tries < 40; tries++) {
      await sleep(100);
      spawnSync("rm", ["-rf", this.#profile]);
    }
  }

  async #load(url: string, size: { readonly width: number; readonly height: number }): Promise<void> {
    const { targetId } = await this.#call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.#call("Target.attachToTarget", { targetId, flatten: true });
    this.#sessionId = sessionId as string;
    await this.#call("Page.enable");
    await this.#call("Runtime.enable");
    const metrics = { ...size, deviceScaleFactor: 1, mobile: false };
    await this.#call("Emulation.setDeviceMetricsOverride", metrics);
    const loaded = new Promise<void>((resolve) => (this.#onLoad = resolve));
    await this.#call("Page.navigate", { url });
    await loaded;
  }

  #call(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#number;
    const session = this.#sessionId === undefined ? {} : { sessionId: this.#sessionId };
    (this.#child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive(text: string): void {
    const messages = (this.#received + text).split("\0");
    this.#received = messages.pop() ?? "";
    for (const message of messages) this.#take(JSON.parse(message) as Reply);
  }

  #take({ id, method, params, result, error }: Reply): void {
    if (method === "Page.loadEventFired") this.#onLoad?.();
    if (method === "Runtime.exceptionThrown") this.errors.push(JSON.stringify(params));
    if (method === "Runtime.consoleAPICalled" && params?.["type"] === "error")
      this.errors.push(JSON.stringify(params));
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || waiting === undefined) return;
    this.#waiting.delete(id);
    if (error === undefined) waiting.resolve(result ?? {});
    else waiting.reject(new Error(error.message));
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
