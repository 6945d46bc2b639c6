// Builds the benchmark as the page is built, and runs it: node bench/run.mjs FOLDER

import { build } from "vite";

const made = await build({
  configFile: false,
  logLevel: "error",
  root: import.meta.dirname,
  build: { ssr: "flip.ts", write: false, target: "es2022" },
});
const code = made.output[0].code;
await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
