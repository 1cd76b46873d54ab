import type { ViteDevServer } from "vite";
import { StartRefusal } from "~/platform/start-refusal";
import { commands } from "./commands";
import { rememberDevelopmentServer } from "./development";

/**
 * Runs one command of the house; called by start.mjs.
 * @param development the Vite server, in `npm run dev` only
 * @returns the exit code
 */
export async function run(name: string, args: string[], development?: ViteDevServer): Promise<number> {
	rememberDevelopmentServer(development);
	const command = commands[name];
	if (!command) {
		const list = Object.entries(commands).map(([known, { purpose }]) => `  ${known.padEnd(18)} ${purpose}`);
		console.error(`Den Befehl „${name}“ gibt es nicht. Es gibt:\n${list.join("\n")}`);
		return 1;
	}
	try {
		const work = await command.load();
		return await work(args);
	} catch (error) {
		console.error(error instanceof StartRefusal ? error.message : error);
		return 1;
	}
}
