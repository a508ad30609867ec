import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { lockState } from "../../src/store/lock-state.ts";

it("lockState › refuses while the owner lives, names it, and is free again after kill -9", async () => {
  const dir = mkdtempSync(join(tmpdir(), "telwatch-lock-"));
  const file = resolve("src/store/lock-state.ts");
  const owner = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `import { lockState } from ${JSON.stringify(file)}; globalThis.kept = lockState(${JSON.stringify(dir)}); console.log("held"); setInterval(() => {}, 1000);`,
  ]);
  await once(owner.stdout, "data");
  expect(lockState(dir)).toEqual({ owner: String(owner.pid) });
  owner.kill("SIGKILL");
  await once(owner, "exit");
  const lock = lockState(dir);
  expect(lock).toHaveProperty("release");
  if ("release" in lock) lock.release();
});
