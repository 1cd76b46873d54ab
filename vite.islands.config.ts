import { defineConfig } from "vite";

/** The small scripts that pages load beside plain HTML; built apart, because React Router builds its routes only. */
export default defineConfig({
	base: "/islands/",
	publicDir: false,
	resolve: { tsconfigPaths: true },
	build: {
		outDir: "build/client/islands",
		emptyOutDir: true,
		assetsDir: "",
		manifest: "manifest.json",
		target: "es2022",
		rolldownOptions: { input: "app/islands/main.ts" },
	},
});
