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
		// Not a measure of speed: what hangs is to end, also where another program keeps the machine busy.
		testTimeout: 120_000,
		hookTimeout: 120_000,
	},
});
