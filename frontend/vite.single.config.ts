import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The what-if inside a brief that is one file: one script without imports, its styles beside it.
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/guarantor/web/static/single",
    emptyOutDir: true,
    target: "es2022",
    lib: { entry: "src/single.ts", formats: ["iife"], name: "guarantor", fileName: () => "what-if.js", cssFileName: "what-if" },
  },
});
