import { Worker } from "node:worker_threads";

export interface WorkerPoolOptions {
  /** The worker's file; it answers each message { id, input } with { id, output } or { id, error }. */
  readonly file: URL;
  readonly deadlineMs: number;
  readonly maxWorkers: number;
  readonly maxHeapMb: number;
  /** A job that has not begun within this time is given up as timed out; for ever when left out. */
  readonly maxQueueMs?: number;
  /** Whether a worker has had enough after this input: one that read something huge keeps the memory for good. */
  readonly retireAfter?: (input: unknown) => boolean;
  /** Whether this input may take long: such jobs go one at a time and after the others, so that these never wait for them. */
  readonly isHeavy?: (input: unknown) => boolean;
}
export type WorkerResult<Output> =
  | { readonly kind: "done"; readonly output: Output }
  | { readonly kind: "timeout" }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "crashed"; readonly message: string };
/** Runs work off the main thread under a deadline; a worker that misses it is killed and replaced. */
export interface WorkerPool<Input, Output> {
  readonly run: (input: Input, transfer?: readonly ArrayBuffer[]) => Promise<WorkerResult<Output>>;
  readonly close: () => Promise<void>;
}

interface Job<Input, Output> {
  readonly id: number;
  readonly input: Input;
  readonly transfer: readonly ArrayBuffer[];
  readonly end: (result: WorkerResult<Output>) => void;
}
interface Crew<Input, Output> {
  readonly worker: Worker;
  job: Job<Input, Output> | undefined;
  timer: NodeJS.Timeout | undefined;
  ready: boolean;
}
interface Answer<Output> {
  readonly id: number;
  readonly output?: Output;
  readonly error?: string;
}

/** A further worker starts only when work has waited this long, so that ordinary rounds share one. */
const HIRE_AFTER_MS = 1_000;
/** Workers beyond the first end after this long without work. */
const IDLE_MS = 20_000;
/** V8's default of 48 MB for short-lived objects only makes the process larger. */
const YOUNG_MB = 16;
/** Starting a thread and loading its code is not the document's fault. */
const START_MS = 10_000;

/** A pool that starts its first worker with the first job and holds the process open only while a job runs. */
export function createWorkerPool<Input, Output>(options: WorkerPoolOptions): WorkerPool<Input, Output> {
  const crews: Crew<Input, Output>[] = [];
  const waiting: Job<Input, Output>[] = [];
  let nextId = 1;
  let hiring: NodeJS.Timeout | undefined;

  function hire(): void {
    const worker = new Worker(options.file, {
      resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb, maxYoungGenerationSizeMb: YOUNG_MB },
      execArgv: ["--no-warnings"],
    });
    const crew: Crew<Input, Output> = { worker, job: undefined, timer: undefined, ready: false };
    crews.push(crew);
    worker.on("message", (answer: Answer<Output> | "ready") => {
      if (answer === "ready") {
        crew.ready = true;
        if (crew.job) watch(crew, options.deadlineMs);
      } else if (crew.job?.id === answer.id) {
        const failure = answer.error;
        finish(
          crew,
          failure === undefined
            ? { kind: "done", output: answer.output as Output }
            : { kind: "crashed", message: failure },
        );
        serve();
      }
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      fire(crew, memory ? { kind: "out-of-memory" } : { kind: "crashed", message: error.message });
    });
    worker.on("exit", () => fire(crew, { kind: "crashed", message: "the worker ended" }));
    worker.unref();
  }

  function finish(crew: Crew<Input, Output>, result: WorkerResult<Output>): void {
    clearTimeout(crew.timer);
    const job = crew.job;
    if (job && options.retireAfter?.(job.input) && crews.includes(crew)) {
      crews.splice(crews.indexOf(crew), 1);
      void crew.worker.terminate();
    }
    crew.job = undefined;
    crew.timer = undefined;
    job?.end(result);
    if (!crews.includes(crew)) return;
    crew.worker.unref();
    if (crews.length > 1) crew.timer = setTimeout(() => fire(crew, { kind: "timeout" }), IDLE_MS).unref();
  }

  function fire(crew: Crew<Input, Output>, result: WorkerResult<Output>): void {
    const at = crews.indexOf(crew);
    if (at < 0) return;
    crews.splice(at, 1);
    void crew.worker.terminate();
    finish(crew, result);
    serve();
  }

  function watch(crew: Crew<Input, Output>, ms: number): void {
    clearTimeout(crew.timer);
    crew.timer = setTimeout(() => fire(crew, { kind: "timeout" }), ms);
  }

  /** The oldest light job, else the oldest heavy one when no other is being worked on. */
  function nextJob(): Job<Input, Output> | undefined {
    const light = waiting.findIndex(({ input }) => !options.isHeavy?.(input));
    const busy = crews.some((crew) => crew.job !== undefined && options.isHeavy?.(crew.job.input));
    if (light < 0 && busy) return undefined;
    return waiting.splice(Math.max(0, light), 1)[0];
  }

  function serve(): void {
    while (waiting.length > 0) {
      let idle = crews.find((crew) => crew.job === undefined);
      if (!idle && crews.length === 0) {
        hire();
        idle = crews[0];
      }
      if (!idle) break;
      const job = nextJob();
      if (!job) break;
      idle.job = job;
      idle.worker.ref();
      watch(idle, idle.ready ? options.deadlineMs : START_MS + options.deadlineMs);
      idle.worker.postMessage({ id: job.id, input: job.input }, [...job.transfer]);
    }
    if (waiting.length > 0 && crews.length < options.maxWorkers && hiring === undefined) {
      hiring = setTimeout(() => {
        hiring = undefined;
        if (waiting.length === 0 || crews.length >= options.maxWorkers) return;
        if (crews.every((crew) => crew.job !== undefined)) hire();
        serve();
      }, HIRE_AFTER_MS);
    }
  }

  return {
    run: (input, transfer = []) =>
      new Promise((end) => {
        const job = { id: nextId++, input, transfer, end };
        waiting.push(job);
        serve();
        if (options.maxQueueMs === undefined || !waiting.includes(job)) return;
        setTimeout(() => {
          const at = waiting.indexOf(job);
          if (at < 0) return;
          waiting.splice(at, 1);
          end({ kind: "timeout" });
        }, options.maxQueueMs);
      }),
    close: async () => {
      clearTimeout(hiring);
      await Promise.all(
        crews.splice(0).map((crew) => {
          finish(crew, { kind: "crashed", message: "closed" });
          return crew.worker.terminate();
        }),
      );
    },
  };
}
