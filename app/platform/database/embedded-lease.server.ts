import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartRefusal } from "../start-refusal";
import { beginning, isRunning } from "./processes.server";

/** Who is responsible for the embedded database of a data folder: it stops the database when it ends. */
export type Lease = { pid: number; beginning: string; purpose: "house" | "command" };

const leaseFile = "postgres-lease.json";
const guardFile = "postgres-guard.json";

/** The lease of a process that still runs; leases of ended processes (kill -9, power cut) count as none. */
export function livingLease(dataDir: string): Lease | undefined {
	return living(path.join(dataDir, leaseFile));
}

export function isOurs(lease: Lease | undefined): boolean {
	return lease?.pid === process.pid;
}

export function takeLease(dataDir: string, purpose: Lease["purpose"]): void {
	write(path.join(dataDir, leaseFile), { pid: process.pid, beginning: beginning(process.pid), purpose }, "w");
}

export function dropLease(dataDir: string): void {
	rmSync(path.join(dataDir, leaseFile), { force: true });
}

/**
 * Runs `work` while no other process starts or stops the database of this data folder.
 * @throws StartRefusal when another process holds the guard for more than a minute
 */
export async function guarded<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
	const file = path.join(dataDir, guardFile);
	const mine: Lease = { pid: process.pid, beginning: beginning(process.pid), purpose: "command" };
	for (let waited = 0; !tryWrite(file, mine); waited += 100) {
		const other = living(file);
		if (!other) rmSync(file, { force: true });
		else if (waited >= 60_000) {
			throw new StartRefusal(
				`Ein anderer Vorgang (Prozess ${other.pid}) startet oder beendet gerade die Datenbank in ${dataDir}; bitte warten oder ihn beenden.`,
			);
		} else await sleep(100);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function living(file: string): Lease | undefined {
	try {
		const lease = JSON.parse(readFileSync(file, "utf8")) as Lease;
		return isRunning(lease.pid) && beginning(lease.pid) === lease.beginning ? lease : undefined;
	} catch {
		return undefined; // missing, or half written when its process was killed
	}
}

function tryWrite(file: string, lease: Lease): boolean {
	try {
		write(file, lease, "wx");
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}

function write(file: string, lease: Lease, flag: "w" | "wx"): void {
	writeFileSync(file, `${JSON.stringify(lease)}\n`, { flag, mode: 0o600 });
}
