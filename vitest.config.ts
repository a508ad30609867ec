import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ["default"],
    // Nothing of ours is replaced by mocks, so files may share a worker: a third of the time saved.
    isolate: false,
  },
});
