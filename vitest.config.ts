import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: { tsconfigPaths: true },
	test: {
		include: ["app/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
		exclude: ["tests/e2e/**", "node_modules/**"],
		maxWorkers: 2,
		globalSetup: ["tests/support/database-server.ts"],
		env: { BASE_URL: "http://localhost:3000" }, // Vite puts its own "/" under this name
		testTimeout: 20_000,
		hookTimeout: 60_000,
	},
});
