export type Ending = {
	/** Resolves with the exit code once somebody asked for the end. */
	asked: Promise<number>;
	requested(): boolean;
	/** Asks for the end; the first one decides the exit code. */
	end(code: number, sentence?: string): void;
};

/**
 * Turns SIGTERM and SIGINT into a wish to end, so that the caller closes in its own order. A second signal while closing
 * is ignored; who cannot wait uses SIGKILL, after which the next start recovers. Started by npm, the end of npm counts as
 * SIGTERM: killed with SIGKILL it could not pass the signal on and would leave us behind, holding port and data.
 */
export function endOnSignal(): Ending {
	const { promise, resolve } = Promise.withResolvers<number>();
	const parent = process.env.npm_lifecycle_event ? process.ppid : undefined;
	let requested = false;
	const end = (code: number, sentence?: string) => {
		if (requested) return;
		requested = true;
		clearInterval(watch);
		if (sentence) console.error(sentence);
		resolve(code);
	};
	// not unref'd: it also keeps a process alive that has nothing else to do than to wait for its end
	const watch = setInterval(() => {
		if (parent !== undefined && process.ppid !== parent) end(0);
	}, 1000);
	for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => end(0));
	return { asked: promise, requested: () => requested, end };
}
