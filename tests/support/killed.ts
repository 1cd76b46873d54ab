import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A process of its own that has loaded a module of the house and waits to be told to work, so that it can be killed
 * while it does.
 * @param file from the top of the house, e.g. "/tests/support/act.ts"
 * @param work an exported function of it
 */
export async function inOwnProcess(file: string, work: string, input: object) {
	const child = fork(path.resolve("tests/support/own-process.ts"), [file, work, JSON.stringify(input)], {
		stdio: ["ignore", "ignore", "inherit", "ipc"],
	});
	const gone = once(child, "exit");
	const [first] = await Promise.race([once(child, "message"), gone.then(() => ["died"])]);
	if (first !== "ready") throw new Error(`${file} could not be loaded`);
	return {
		/** Lets it begin, and kills it after so many milliseconds as `kill -9` does. @returns whether it had been done by then */
		async killAfter(milliseconds: number): Promise<boolean> {
			const done = once(child, "message").then(() => true);
			child.send("go");
			const finished = await Promise.race([done, pause(milliseconds, false), gone.then(() => false)]);
			child.kill("SIGKILL");
			await gone;
			return finished;
		},
	};
}
