import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./tests/support/slowest-first.ts";

export default defineConfig({
	resolve: { tsconfigPaths: true },
	test: {
		include: ["app/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
		exclude: ["tests/e2e/**", "node_modules/**"],
		// More than the two cores: tests wait for the database, and some for programs they start.
		maxWorkers: 3,
		sequence: { sequencer: SlowestFirst },
		globalSetup: ["tests/support/database-server.ts"],
		env: { BASE_URL: "http://localhost:3000" }, // Vite puts its own "/" under this name
		testTimeout: 20_000,
		hookTimeout: 60_000,
	},
});
