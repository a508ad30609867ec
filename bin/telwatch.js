#!/usr/bin/env node
// Plain JavaScript on purpose, without top-level await or ??: an old Node must be able to read this file and say what is missing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NEEDED = [22, 19];
const [major, minor] = process.versions.node.split(".").map(Number);
const cli = new URL("../src/cli.ts", import.meta.url);

if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  import(cli.href).catch((error) => {
    console.error(error);
    process.exit(1);
  });
} else {
  // npm ci brings a Node of its own on Linux; use it before asking the user to install one.
  const bundled = fileURLToPath(
    new URL(`../node_modules/node-linux-${process.arch}/bin/node`, import.meta.url),
  );
  if (process.platform === "linux" && existsSync(bundled)) {
    const child = spawnSync(bundled, [fileURLToPath(cli), ...process.argv.slice(2)], { stdio: "inherit" });
    process.exit(child.status === null ? 1 : child.status);
  }
  console.error(
    `telwatch needs Node ${NEEDED.join(".")} or newer; this is Node ${process.versions.node}.\n` +
      "Run it through npm (npm start, npx telwatch …) after npm ci, which brings Node 24 on Linux,\n" +
      "or install Node 24 from https://nodejs.org/ or with a version manager (nvm install 24).",
  );
  process.exit(2);
}
