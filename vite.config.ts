import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { kernSelection } from "./app/design/kern-selection.ts";

export default defineConfig({
	plugins: [reactRouter()],
	resolve: { tsconfigPaths: true },
	css: { postcss: { plugins: [kernSelection] } },
	build: { assetsInlineLimit: 0 },
	environments: {
		// React Router takes its own server entry unless it is told here (not in `build`, which it does not read)
		ssr: { build: { target: "node24", rolldownOptions: { input: "app/server/main.ts" } } },
	},
});
