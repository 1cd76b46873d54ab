import { readFileSync, readlinkSync } from "node:fs";

/**
 * Whether a process runs. A zombie (ended, but not yet collected by its parent, as happens in containers) counts as ended.
 */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
	}
	return statusFields(pid)?.[0] !== "Z";
}

/**
 * When a process began, in a form that differs for two processes that had the same number one after another; empty where
 * the system does not tell (then only the number counts).
 */
export function beginning(pid: number): string {
	const fields = statusFields(pid);
	if (!fields) return "";
	return `${bootId()}-${fields[19]}`; // field 22 of proc(5), counted from the third
}

/** The working directory of a process, or undefined where the system does not tell. */
export function workingDirectory(pid: number): string | undefined {
	try {
		return readlinkSync(`/proc/${pid}/cwd`);
	} catch {
		return undefined;
	}
}

/** Fields of /proc/<pid>/stat from the third on: the second is a name in brackets that may itself hold spaces. */
function statusFields(pid: number): string[] | undefined {
	try {
		const line = readFileSync(`/proc/${pid}/stat`, "utf8");
		return line.slice(line.lastIndexOf(")") + 2).split(" ");
	} catch {
		return undefined;
	}
}

function bootId(): string {
	try {
		return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
	} catch {
		return "";
	}
}
