import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A process of its own that has loaded a module of the house and waits to be told to work, so that it can be killed
 * while it does.
 * @param file from the top of the house, e.g. "/tests/faults/signing.ts"
 * @param work an exported function of it; it gets the input, and a function with which it says what was acknowledged
 */
export async function inOwnProcess(file: string, work: string, input: object) {
	const child = fork(path.resolve("tests/support/own-process.ts"), [file, work, JSON.stringify(input)], {
		stdio: ["ignore", "ignore", "inherit", "ipc"],
	});
	const gone = once(child, "exit");
	const [first] = await Promise.race([once(child, "message"), gone.then(() => ["died"])]);
	if (first !== "ready") throw new Error(`${file} could not be loaded`);
	return {
		/**
		 * Lets it begin, and kills it after so many milliseconds as `kill -9` does.
		 * @returns what it had said to be acknowledged by then
		 */
		async killAfter(milliseconds: number): Promise<unknown[]> {
			const told: unknown[] = [];
			const done = new Promise<void>((resolve) => {
				child.on("message", (message) => {
					if (message === "done") resolve();
					else if (typeof message === "object" && message && "told" in message) told.push(message.told);
				});
			});
			child.send("go");
			await Promise.race([done, pause(milliseconds), gone]);
			child.kill("SIGKILL");
			await gone;
			return told;
		},
	};
}
