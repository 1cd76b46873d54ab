import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./tests/support/slowest-first.ts";

/** Rules, policies and pages without a server: they keep no state, so one process reads the modules once for all of them. */
const rules = ["app/**/*.test.{ts,tsx}"];
/** What opens a database, starts a program or changes the process. */
const withServer = ["app/**/*.server.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"];
const never = ["tests/e2e/**", "node_modules/**"];

export default defineConfig({
	resolve: { tsconfigPaths: true },
	test: {
		// More than the two cores: tests wait for the database, and some for programs they start.
		maxWorkers: 3,
		sequence: { sequencer: SlowestFirst },
		globalSetup: ["tests/support/database-server.ts"],
		env: { BASE_URL: "http://localhost:3000" }, // Vite puts its own "/" under this name
		// Not a measure of speed: what hangs is to end, also where another program keeps the machine busy.
		testTimeout: 300_000,
		hookTimeout: 300_000,
		expect: { poll: { timeout: 120_000 } },
		projects: [
			{ extends: true, test: { name: "server", include: withServer, exclude: never } },
			{ extends: true, test: { name: "rules", include: rules, exclude: [...withServer, ...never], isolate: false } },
		],
	},
});
