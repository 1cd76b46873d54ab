import { defineConfig } from "vite";

/** The small scripts of otherwise static pages: their own bundle, without React. `manifest.json` names the hashed files. */
export default defineConfig({
	resolve: { tsconfigPaths: true },
	publicDir: false,
	base: "/islands/",
	build: {
		outDir: "build/client/islands",
		emptyOutDir: true,
		manifest: "manifest.json",
		assetsDir: "",
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		target: "es2022",
		rolldownOptions: { input: "app/islands/main.ts" },
	},
});
