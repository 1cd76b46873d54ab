import { connect } from "node:net";

export type ScanResult = "clean" | "infected" | "away";

/**
 * Asks a ClamAV daemon about the bytes of one file (clamd's INSTREAM over TCP or a Unix socket).
 * @param address `host:port`, `[ipv6]:port` or the path of a socket
 * @param patience milliseconds without a word from the scanner after which it counts as away
 */
export async function scan(address: string, bytes: Buffer, patience = 30_000): Promise<ScanResult> {
	const socket = connect(target(address));
	try {
		return await new Promise<ScanResult>((resolve, reject) => {
			let answer = "";
			socket.setTimeout(patience, () => reject(new Error("clamd is silent")));
			socket.once("error", reject);
			socket.on("data", (chunk) => {
				answer += chunk.toString("latin1");
				if (!answer.includes("\0")) return;
				if (/^stream: OK\0/.test(answer)) resolve("clean");
				else if (/^stream: .+ FOUND\0/.test(answer)) resolve("infected");
				else reject(new Error("clamd could not scan"));
			});
			socket.once("close", () => reject(new Error("clamd hung up")));
			socket.once("connect", () => {
				send(bytes, (chunk) => writeAll(socket, chunk)).catch(reject);
			});
		});
	} catch {
		return "away";
	} finally {
		socket.destroy();
	}
}

function target(address: string): { path: string } | { host: string; port: number } {
	if (address.startsWith("/")) return { path: address };
	const at = address.lastIndexOf(":");
	return { host: address.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(address.slice(at + 1)) };
}

async function send(bytes: Buffer, write: (chunk: Buffer) => Promise<void>): Promise<void> {
	await write(Buffer.from("zINSTREAM\0"));
	for (let at = 0; at < bytes.length; at += 65_536) {
		const chunk = bytes.subarray(at, at + 65_536);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(chunk.length);
		await write(Buffer.concat([length, chunk]));
	}
	await write(Buffer.alloc(4));
}

function writeAll(socket: ReturnType<typeof connect>, chunk: Buffer): Promise<void> {
	return new Promise((resolve, reject) => {
		socket.write(chunk, (error) => (error ? reject(error) : resolve()));
	});
}
