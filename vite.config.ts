import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig(({ isSsrBuild }) => ({
	plugins: [reactRouter()],
	resolve: { tsconfigPaths: true },
	build: {
		assetsInlineLimit: 0,
		...(isSsrBuild && {
			target: "node24",
			rolldownOptions: { input: { index: "app/server/main.ts" } },
		}),
	},
}));
