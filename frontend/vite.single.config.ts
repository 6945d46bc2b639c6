import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

/** Keep the styles that every screen shares to the what-if: the brief around it has its own. */
const scoped: Plugin = {
  name: "scoped",
  enforce: "pre",
  transform: (code, id) => (id.endsWith("/styles/base.css") ? `@scope (#what-if) {\n${code}\n}` : undefined),
};

// The what-if inside a brief that is one file: one script without imports, its styles beside it.
export default defineConfig({
  plugins: [scoped, svelte()],
  build: {
    outDir: "../src/guarantor/web/static/single",
    emptyOutDir: true,
    target: "es2022",
    lib: { entry: "src/single.ts", formats: ["iife"], name: "guarantor", fileName: () => "what-if.js", cssFileName: "what-if" },
  },
});
