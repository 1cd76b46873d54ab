import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: { tsconfigPaths: true },
	test: {
		include: ["{app,prisma,tests}/**/*.test.{ts,tsx}"],
		exclude: ["**/node_modules/**", "tests/e2e/**"],
		maxWorkers: 2,
	},
});
