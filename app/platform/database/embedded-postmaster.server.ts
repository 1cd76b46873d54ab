import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartRefusal } from "../start-refusal";
import { isRunning, workingDirectory } from "./processes.server";

/**
 * The port of the server that runs on this cluster, or undefined. A lock whose process is gone, or is another program that
 * got the same number, is removed: PostgreSQL itself would refuse to start in the second case.
 */
export async function runningServer(cluster: string): Promise<number | undefined> {
	const lock = readLock(cluster);
	if (!lock) return undefined;
	if (!holdsCluster(lock.pid, cluster)) {
		await rm(path.join(cluster, "postmaster.pid"), { force: true });
		return undefined;
	}
	for (let waited = 0; waited < 60_000; waited += 50) {
		const now = readLock(cluster);
		if (!now || !isRunning(now.pid)) return undefined;
		if (now.status === "ready") return now.port;
		await sleep(50);
	}
	throw new StartRefusal(
		`Die Datenbank (Prozess ${lock.pid}) antwortet nicht; bitte diesen Prozess beenden und neu starten.`,
	);
}

/** Ends the server of a cluster, whoever started it, and waits until all is written. */
export async function endServer(cluster: string): Promise<void> {
	const pid = readLock(cluster)?.pid;
	if (pid === undefined || !holdsCluster(pid, cluster)) return;
	process.kill(pid, "SIGINT"); // "fast": sessions end, everything is written
	for (let waited = 0; isRunning(pid); waited += 25) {
		if (waited === 20_000) process.kill(pid, "SIGQUIT"); // "immediate": the next start recovers from the log
		if (waited > 30_000) return;
		await sleep(25);
	}
}

/** postmaster.pid holds one value per line: process, folder, start, port, socket folder, address, memory, status. */
export function readLock(cluster: string): { pid: number; port: number; status: string } | undefined {
	try {
		const lines = readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n");
		const pid = Number(lines[0]);
		return Number.isInteger(pid) && pid > 0
			? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "" }
			: undefined;
	} catch {
		return undefined;
	}
}

function holdsCluster(pid: number, cluster: string): boolean {
	if (!isRunning(pid)) return false;
	const folder = workingDirectory(pid);
	return folder === undefined || folder === cluster;
}

/** Calls `onUnexpectedEnd` once when the server ends before `cancel` was called. */
export function watchEnd(child: ChildProcess | undefined, cluster: string, onUnexpectedEnd: () => void) {
	let over = false;
	const report = () => {
		if (over) return;
		cancel();
		onUnexpectedEnd();
	};
	child?.once("exit", report);
	const pid = readLock(cluster)?.pid;
	const timer = setInterval(() => {
		if (pid === undefined || !isRunning(pid)) report();
	}, 1000).unref();
	function cancel() {
		over = true;
		clearInterval(timer);
	}
	return { cancel };
}
