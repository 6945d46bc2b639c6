import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The room: one page, its scripts and its styles, all served from one place.
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/guarantor/web/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy allows no data: scripts or fonts
    modulePreload: { polyfill: false }, // it is an inline script
    reportCompressedSize: true,
  },
});
